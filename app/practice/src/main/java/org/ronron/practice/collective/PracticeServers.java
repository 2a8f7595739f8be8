package org.ronron.practice.collective;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ronron.practice.garage.AdminApi;
import org.ronron.practice.garage.GarageSimulator;
import org.ronron.practice.garage.PracticeNode;
import org.ronron.practice.garage.RealGarage;
import org.ronron.practice.nomad.NomadSimulator;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.practice.process.TempFolder;
import org.ronron.practice.ssh.Hosts;

/**
 * The servers of the practice collective, all on loopback: a Garage of five nodes in five zones, an
 * SSH server a machine, and a Nomad whose clients are these machines, reached through one of them
 * and only with a certificate. The real ones where they are installed, else stand-ins that say so.
 * They end with {@link #close}, and with this program however it ends.
 */
public final class PracticeServers implements AutoCloseable {
    /** The tokens that a careful collective would make, and what each may call. */
    private static final String READS = "ronron-read";

    private static final String WRITES = "ronron-write";
    private static final List<String> LOOKING =
            List.of(
                    "GetCurrentAdminTokenInfo",
                    "GetClusterStatus",
                    "GetClusterHealth",
                    "GetClusterLayout",
                    "GetClusterLayoutHistory",
                    "GetNodeInfo",
                    "ListWorkers",
                    "ListBuckets");
    private static final List<String> CHANGING =
            Stream.concat(
                            LOOKING.stream(),
                            Stream.of(
                                    "UpdateClusterLayout",
                                    "PreviewClusterLayoutChanges",
                                    "ApplyClusterLayout"))
                    .toList();

    private final TempFolder folder;
    private final AutoCloseable garage;
    private final NomadSimulator nomad;
    private final Hosts hosts;
    private final PracticePlan plan;
    private final List<AdminApi> nodes;

    private PracticeServers(
            TempFolder folder, Storage garage, NomadSimulator nomad, Hosts hosts, String ssh) {
        this.folder = folder;
        this.garage = garage.server();
        this.nomad = nomad;
        this.hosts = hosts;
        this.nodes = garage.nodes();
        this.plan = PracticeLinks.of(garage, nomad, hosts, ssh);
    }

    /**
     * A Garage that runs.
     *
     * @param urls of its nodes' admin APIs; all changes go to the first
     * @param token for looking only
     * @param writeToken that may change the layout too
     * @param software what it is, in words
     */
    record Storage(
            AutoCloseable server,
            List<URI> urls,
            String token,
            String writeToken,
            String software,
            List<AdminApi> nodes) {}

    /**
     * Starts them; takes some seconds.
     *
     * @param executor for the stand-ins' answers
     * @param clock that the stand-ins live by
     */
    public static PracticeServers start(Programs programs, Executor executor, InstantSource clock)
            throws IOException {
        TempFolder folder = new TempFolder("practice");
        List<String> names = PracticeNode.FIVE.stream().map(PracticeNode::name).toList();
        Hosts hosts = Hosts.start(programs, folder.path(), names);
        String ssh =
                hosts.missing()
                        .map(why -> "SSH stand-in (" + why + ")")
                        .orElse(hosts.servers().values().iterator().next().software());
        try {
            NomadSimulator nomad = NomadSimulator.secured(executor, clock);
            Storage garage = garage(programs, executor);
            return new PracticeServers(folder, garage, nomad, hosts, ssh);
        } catch (IOException failed) {
            hosts.close();
            throw failed;
        }
    }

    private static Storage garage(Programs programs, Executor executor) throws IOException {
        try {
            RealGarage real = RealGarage.start(programs);
            return new Storage(
                    real,
                    each(real::adminUrl),
                    real.token(READS, LOOKING),
                    real.token(WRITES, CHANGING),
                    "Garage 2.5.0",
                    each(real::admin));
        } catch (MissingProgramException notBuilt) {
            GarageSimulator stand = new GarageSimulator(executor);
            return new Storage(
                    stand,
                    each(stand::adminUrl),
                    stand.token(READS, LOOKING),
                    stand.token(WRITES, CHANGING),
                    "Garage stand-in (" + notBuilt.getMessage() + ")",
                    each(stand::admin));
        }
    }

    private static <T> List<T> each(IntFunction<T> of) {
        return IntStream.rangeClosed(1, PracticeNode.FIVE.size()).mapToObj(of).toList();
    }

    /** Each Garage node's own admin API, to ask it directly. */
    public List<AdminApi> garageNodes() {
        return nodes;
    }

    /** How a desk is connected to them. */
    public PracticePlan plan() {
        return plan;
    }

    /** The machine's owner has changed its file, and restarted Nomad's agent there. */
    public void changed(PracticeOwner.Change change) {
        nomad.edit(change.node(), change.zone());
        nomad.restart(change.node());
    }

    @Override
    public void close() {
        hosts.close();
        nomad.close();
        try {
            garage.close();
        } catch (Exception e) {
            throw new IllegalStateException("the practice Garage did not stop", e);
        } finally {
            folder.close();
        }
    }
}
