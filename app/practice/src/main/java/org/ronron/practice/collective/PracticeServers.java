package org.ronron.practice.collective;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.ronron.practice.garage.AdminApi;
import org.ronron.practice.garage.GarageSimulator;
import org.ronron.practice.garage.PracticeNode;
import org.ronron.practice.garage.RealGarage;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.practice.process.TempFolder;
import org.ronron.practice.ssh.Hosts;
import org.ronron.practice.ssh.SshServer;

/**
 * The servers of the practice collective, all on loopback: a Garage of five nodes in five zones,
 * and an SSH server a machine. The real ones where they are installed, else stand-ins that say so.
 * They end with {@link #close}, and with this program however it ends.
 */
public final class PracticeServers implements AutoCloseable {
    /** The Garage's bearer token, as a connection's secret. */
    static final String TOKEN = "token";

    private final TempFolder folder;
    private final AutoCloseable garage;
    private final Hosts hosts;
    private final PracticePlan plan;
    private final List<AdminApi> nodes;

    private PracticeServers(
            TempFolder folder,
            AutoCloseable garage,
            Hosts hosts,
            PracticePlan plan,
            List<AdminApi> nodes) {
        this.folder = folder;
        this.garage = garage;
        this.hosts = hosts;
        this.plan = plan;
        this.nodes = List.copyOf(nodes);
    }

    /**
     * Starts them; takes some seconds.
     *
     * @param executor for the stand-ins' answers
     */
    public static PracticeServers start(Programs programs, Executor executor) throws IOException {
        TempFolder folder = new TempFolder("practice");
        List<String> names = PracticeNode.FIVE.stream().map(PracticeNode::name).toList();
        Hosts hosts = Hosts.start(programs, folder.path(), names);
        List<PracticePlan.Machine> machines = new ArrayList<>();
        hosts.servers().forEach((name, server) -> machines.add(machine(name, server)));
        String ssh =
                hosts.missing()
                        .map(why -> "SSH stand-in (" + why + ")")
                        .orElse(hosts.servers().values().iterator().next().software());
        try {
            RealGarage real = RealGarage.start(programs);
            return new PracticeServers(
                    folder,
                    real,
                    hosts,
                    plan(
                            real.adminUrl(1),
                            peers(real::adminUrl),
                            real.token(),
                            machines,
                            "Garage 2.5.0",
                            ssh),
                    nodes(real::admin));
        } catch (MissingProgramException notBuilt) {
            GarageSimulator stand = new GarageSimulator(executor);
            return new PracticeServers(
                    folder,
                    stand,
                    hosts,
                    plan(
                            stand.adminUrl(1),
                            peers(stand::adminUrl),
                            stand.token(),
                            machines,
                            "Garage stand-in (" + notBuilt.getMessage() + ")",
                            ssh),
                    nodes(stand::admin));
        } catch (IOException failed) {
            hosts.close();
            throw failed;
        }
    }

    private static PracticePlan plan(
            URI url,
            String peers,
            String token,
            List<PracticePlan.Machine> machines,
            String garage,
            String ssh) {
        return new PracticePlan(
                Map.of("url", url.toString(), "peers", peers), token, machines, garage, ssh);
    }

    private static String peers(java.util.function.IntFunction<URI> url) {
        List<String> others = new ArrayList<>();
        for (int node = 2; node <= PracticeNode.FIVE.size(); node++) {
            others.add(url.apply(node).toString());
        }
        return String.join(",", others);
    }

    private static List<AdminApi> nodes(java.util.function.IntFunction<AdminApi> of) {
        return IntStream.rangeClosed(1, PracticeNode.FIVE.size()).mapToObj(of).toList();
    }

    private static PracticePlan.Machine machine(String name, SshServer server) {
        return new PracticePlan.Machine(
                name,
                Map.of(
                        "host",
                        server.host(),
                        "port",
                        String.valueOf(server.port()),
                        "user",
                        server.user(),
                        "keyFile",
                        server.keyFile().toString()),
                server.fingerprint());
    }

    /** Each Garage node's own admin API, to ask it directly. */
    public List<AdminApi> garageNodes() {
        return nodes;
    }

    /** How a desk is connected to them. */
    public PracticePlan plan() {
        return plan;
    }

    @Override
    public void close() {
        hosts.close();
        try {
            garage.close();
        } catch (Exception e) {
            throw new IllegalStateException("the practice Garage did not stop", e);
        } finally {
            folder.close();
        }
    }
}
