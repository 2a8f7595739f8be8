package org.ronron.practice.garage;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ronron.api.Json;
import org.ronron.core.json.JsonText;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Ports;
import org.ronron.practice.process.Programs;
import org.ronron.practice.process.Running;
import org.ronron.practice.process.TempFolder;

/**
 * A real Garage 2.5.0 cluster: five daemons in five zones ({@link PracticeNode#FIVE}), each on a
 * loopback address of its own, replication 3, zone redundancy maximum, with a layout applied and
 * one bucket. Nodes are numbered from 1. For up to ten seconds after the start the nodes do not
 * know each other's host names. Not thread-safe, except {@link #adminUrl} and {@link #id}.
 */
public final class RealGarage implements AutoCloseable {
    /** The program that is looked for. */
    public static final String PROGRAM = "garage-2.5.0";

    private static final Duration STARTS = Duration.ofSeconds(90);
    private final String token = "practice-admin-token";
    private final TempFolder folder = new TempFolder("garage");
    private final List<GarageNode> nodes = new ArrayList<>();
    private final List<Running> running = new ArrayList<>();

    private RealGarage(Path binary, List<String> named) throws IOException {
        String net = freeNet();
        for (PracticeNode node : PracticeNode.FIVE) {
            int number = nodes.size() + 1;
            Path place = folder.path().resolve(node.name());
            nodes.add(new GarageNode(binary, node, net + number, place, named));
        }
    }

    /**
     * Starts the cluster and waits until it is healthy: some seconds.
     *
     * @throws MissingProgramException when Garage is not on this machine
     */
    public static RealGarage start(Programs programs) throws MissingProgramException, IOException {
        Path binary = programs.require(PROGRAM, "run .ci/lab, which builds it (8 minutes, once)");
        RealGarage garage = new RealGarage(binary, naming());
        try {
            garage.startAll();
            return garage;
        } catch (IOException | RuntimeException e) {
            garage.close();
            throw e;
        }
    }

    private void startAll() throws IOException {
        for (GarageNode node : nodes) {
            node.prepare(nodes.getFirst().peer(), token);
            running.add(node.start());
            if (running.size() == 1) {
                running.getFirst().await(STARTS, node::listens);
            }
        }
        for (int i = 1; i <= nodes.size(); i++) {
            running.get(i - 1).await(STARTS, nodes.get(i - 1)::listens);
        }
        running.getFirst().await(STARTS, () -> number(1, "connectedNodes") == nodes.size());
        expect(admin(1).post("/v2/UpdateClusterLayout", JsonText.write(firstLayout())));
        expect(admin(1).post("/v2/ApplyClusterLayout", "{\"version\":1}"));
        for (int i = 1; i <= nodes.size(); i++) {
            awaitHealthy(i);
        }
        expect(admin(1).post("/v2/CreateBucket", "{\"globalAlias\":\"practice\"}"));
    }

    /** The admin API's address of a node. */
    public URI adminUrl(int node) {
        return nodes.get(node - 1).admin();
    }

    /** The S3 API's address of a node. */
    public URI s3Url(int node) {
        return URI.create("http://" + nodes.get(node - 1).address() + ":" + GarageNode.S3);
    }

    public String token() {
        return token;
    }

    /** A further token, which may make these calls only. */
    public String token(String name, List<String> scope) throws IOException {
        Json.Obj wish =
                Json.obj()
                        .with("name", name)
                        .with("neverExpires", Json.of(true))
                        .with("scope", Json.texts(scope));
        return admin(1).post("/v2/CreateAdminToken", JsonText.write(wish))
                .object()
                .text("secretToken")
                .orElseThrow(() -> new IOException("Garage made no token"));
    }

    /** The node's id, 64 hexadecimal digits. */
    public String id(int node) {
        return PracticeNode.FIVE.get(node - 1).id();
    }

    /** The admin API of a node, for looking and for playing somebody else. */
    public AdminApi admin(int node) {
        return new AdminApi(adminUrl(node), token);
    }

    /** As a power cut: SIGKILL. Its data stay. The others notice after up to 15 seconds. */
    public void kill(int node) throws IOException {
        running.get(node - 1).kill();
    }

    /** Stops it in mid-breath (SIGSTOP): it hangs and answers nothing. */
    public void pause(int node) throws IOException {
        running.get(node - 1).signal("STOP");
    }

    /** Lets a paused node go on. */
    public void resume(int node) throws IOException {
        running.get(node - 1).signal("CONT");
    }

    /** Starts a killed node again, on its data, and waits until it listens. */
    public void start(int node) throws IOException {
        running.get(node - 1).close();
        Running again = nodes.get(node - 1).start();
        running.set(node - 1, again);
        again.await(STARTS, nodes.get(node - 1)::listens);
    }

    /** Waits until this node says that the cluster is healthy, with every node connected. */
    public void awaitHealthy(int node) throws IOException {
        running.get(node - 1)
                .await(
                        STARTS,
                        () -> {
                            AdminApi.Answer health = admin(node).get("/v2/GetClusterHealth");
                            return "healthy".equals(health.object().text("status").orElse(""))
                                    && number(node, "connectedNodes") == nodes.size();
                        });
    }

    /** Waits until no layout version but the current one is left. */
    public void awaitSettled(int node, Duration atMost) throws IOException {
        running.get(node - 1)
                .await(
                        atMost,
                        () ->
                                admin(node)
                                        .get("/v2/GetClusterLayoutHistory")
                                        .object()
                                        .objects("versions")
                                        .stream()
                                        .allMatch(
                                                v ->
                                                        !"Draining"
                                                                .equals(
                                                                        v.text("status")
                                                                                .orElse(""))));
    }

    /** Waits until something is so. */
    public void await(Running.Ready so) throws IOException {
        for (Running node : running) {
            if (node.alive()) {
                node.await(STARTS, so);
                return;
            }
        }
        throw new IOException("no node runs");
    }

    @Override
    public void close() {
        for (Running node : running) {
            try {
                node.kill();
            } catch (IOException interrupted) {
                node.close();
            }
        }
        folder.close();
    }

    private Json firstLayout() {
        List<Json> roles = new ArrayList<>();
        for (PracticeNode node : PracticeNode.FIVE) {
            roles.add(
                    Json.obj()
                            .with("id", node.id())
                            .with("zone", node.zone())
                            .with("capacity", node.capacity())
                            .with("tags", Json.texts(List.of(node.name()))));
        }
        return Json.obj()
                .with("roles", Json.arr(roles))
                .with("parameters", Json.obj().with("zoneRedundancy", "maximum"));
    }

    private long number(int node, String member) throws IOException {
        AdminApi.Answer health = admin(node).get("/v2/GetClusterHealth");
        return health.object().number(member).orElse(-1L);
    }

    private static void expect(AdminApi.Answer answer) throws IOException {
        if (answer.status() != 200) {
            throw new IOException("Garage answered " + answer.status() + " " + answer.body());
        }
    }

    /** The start of five addresses on which nobody listens. */
    private static String freeNet() throws IOException {
        long start = ProcessHandle.current().pid();
        for (int i = 0; i < 200; i++) {
            String net = "127.0." + (3 + (start + i) % 200) + ".";
            if (IntStream.rangeClosed(1, PracticeNode.FIVE.size())
                    .allMatch(
                            n ->
                                    Ports.isFree(net + n, GarageNode.RPC)
                                            && Ports.isFree(net + n, GarageNode.ADMIN))) {
                return net;
            }
        }
        throw new IOException("no free loopback addresses");
    }

    /** A host name of its own needs a UTS namespace; without one the tags carry the name. */
    private static List<String> naming() throws IOException {
        for (List<String> way :
                List.of(List.of("unshare", "--uts"), List.of("unshare", "-r", "--uts"))) {
            List<String> trial = new ArrayList<>(way);
            trial.addAll(List.of("sh", "-c", "hostname trial"));
            try {
                Process process =
                        new ProcessBuilder(trial)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .redirectError(ProcessBuilder.Redirect.DISCARD)
                                .start();
                if (process.waitFor() == 0) {
                    return way;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            } catch (IOException noUnshareHere) {
                return List.of();
            }
        }
        return List.of();
    }
}
