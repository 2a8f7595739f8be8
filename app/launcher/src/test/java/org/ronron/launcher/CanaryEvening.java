package org.ronron.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.ronron.api.Connector;
import org.ronron.core.desk.Desk;
import org.ronron.core.desk.DeskState;
import org.ronron.core.desk.EndpointDraft;
import org.ronron.core.engine.OperationView;
import org.ronron.core.json.JsonText;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Node;
import org.ronron.core.plan.MoveNode;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.PlanJson;
import org.ronron.core.plan.Step;
import org.ronron.core.port.CrashPoint;
import org.ronron.launcher.Canaries.Use;

/**
 * An evening on which everything that can go wrong does, in a program of its own, with secrets that
 * must not be seen. They come by standard input. What it prints, shows and leaves is searched.
 */
final class CanaryEvening {
    private static final long PATIENCE_SECONDS = 90;

    private final Canaries canaries;
    private final Desk desk;
    private final String echo;
    private final Path out;
    private final Map<String, String> ssh;

    /**
     * Arguments: the home, a folder for pictures and copies, the echo server's address, {@code
     * first} or {@code second}, then settings of the SSH server as {@code key=value}.
     */
    public static void main(String[] arguments) throws Exception {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Canaries canaries = Canaries.read(in.readLine());
        List<Connector> connectors = new ArrayList<>(List.of(new EchoConnector()));
        ServiceLoader.load(Connector.class).forEach(connectors::add);
        House house =
                House.open(Path.of(arguments[0]), connectors, Optional.empty(), CrashPoint.NONE);
        house.started().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        Map<String, String> ssh = new HashMap<>();
        for (int i = 4; i < arguments.length; i++) {
            String[] setting = arguments[i].split("=", 2);
            ssh.put(setting[0], setting[1]);
        }
        CanaryEvening evening =
                new CanaryEvening(canaries, house.desk(), arguments[2], Path.of(arguments[1]), ssh);
        int exit = 1;
        try {
            if (arguments[3].equals("first")) {
                evening.first();
            } else {
                evening.second();
                house.close();
                exit = 0;
            }
        } catch (Exception broken) {
            broken.printStackTrace(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        } finally {
            System.exit(exit);
        }
    }

    private CanaryEvening(
            Canaries canaries, Desk desk, String echo, Path out, Map<String, String> ssh) {
        this.canaries = canaries;
        this.desk = desk;
        this.echo = echo;
        this.out = out;
        this.ssh = ssh;
    }

    /** Until the change hangs at the server: then we are killed. */
    private void first() throws Exception {
        tell("vault", desk.vault().create(canaries.chars(Use.VAULT)));
        done(desk.vault().lock());
        tell("wrong passphrase", desk.vault().unlock(canaries.chars(Use.VAULT_WRONG)));
        done(desk.vault().unlock(canaries.chars(Use.VAULT)));
        done(desk.create("Ours", "own"));
        connections();
        edits();
        drafts();
        tell("refresh", desk.refresh());
        questions();
        apply("fine-one");
        say("under way");
        new java.util.concurrent.CountDownLatch(1).await();
    }

    private void connections() throws Exception {
        add("echo", "fine", url("fine"), "token", Use.FINE, "writeToken", Use.FINE_WRITE);
        add(
                "echo",
                "refuses",
                url("refuses"),
                "token",
                Use.REFUSES,
                "writeToken",
                Use.REFUSES_WRITE);
        add("echo", "fails", url("fails"), "token", Use.FAILS, "writeToken", Use.FAILS_WRITE);
        add("echo", "page", url("page"), "token", Use.PAGE);
        Map<String, String> dead = Map.of("url", "http://127.0.0.1:1");
        add("echo", "dead", dead, "token", Use.DEAD, "writeToken", Use.DEAD_WRITE);
        add("echo", "quotes", url("fine"), "token", Use.TOKEN_WITH_QUOTES);
        add("echo", "beyond", url("fine"), "token", Use.TOKEN_BEYOND_ASCII);
        add("echo", "lines", url("fine"), "token", Use.TOKEN_OF_TWO_LINES);
        Map<String, String> breaks = new HashMap<>(url("fine"));
        breaks.put("breaks", "yes");
        add("echo", "breaks", breaks, "token", Use.BREAKS);
        add("garage", "garage", url("fine"), "token", Use.GARAGE, "writeToken", Use.GARAGE_WRITE);
        Map<String, String> mutual = new HashMap<>(Map.of("url", "https://127.0.0.1:1"));
        mutual.put("clientCert", ssh.get("keyFile") + ".pub");
        mutual.put("clientKey", ssh.get("encrypted"));
        add(
                "garage",
                "mutual",
                mutual,
                "token",
                Use.CLIENT_TOKEN,
                "clientKeyPassphrase",
                Use.CLIENT_KEY);
        machines();
    }

    private void machines() throws Exception {
        add("linux", "password", machine(""), "password", Use.PASSWORD);
        add("linux", "key", machine("encrypted"), "passphrase", Use.KEY_FILE);
        add("linux", "other key", machine("encrypted"), "passphrase", Use.KEY_FILE_WRONG);
        String hop = ssh.get("user") + "@" + ssh.get("host") + ":" + ssh.get("port");
        Map<String, String> via = new HashMap<>(machine("keyFile"));
        via.put("via", hop);
        via.put("viaKeyFile", ssh.get("viaKey"));
        add("linux", "via", via, "viaPassphrase", Use.VIA_KEY);
        add("linux", "other via", via, "viaPassphrase", Use.VIA_KEY_WRONG);
        Map<String, String> beyond = new HashMap<>(machine(""));
        beyond.put("via", hop);
        add("linux", "beyond via", beyond, "password", Use.VIA_PASSWORD);
    }

    private Map<String, String> machine(String key) {
        Map<String, String> settings = new HashMap<>();
        for (String name : List.of("host", "port", "user")) {
            settings.put(name, ssh.getOrDefault(name, ""));
        }
        if (!key.isEmpty()) {
            settings.put("keyFile", ssh.getOrDefault(key, ""));
        }
        return settings;
    }

    private void edits() throws Exception {
        EndpointDraft edited =
                draft(
                        "echo",
                        "dead and edited",
                        Map.of("url", "http://127.0.0.1:1"),
                        "token",
                        Use.EDITED,
                        "writeToken",
                        Use.EDITED_WRITE);
        String id = endpoint("dead").id();
        tell("try an edit", desk.configuring().test(id, copy(edited)));
        tell("edit", desk.configuring().edit(id, edited));
        tell("remove", desk.remove(endpoint("page").id()));
    }

    private void drafts() throws Exception {
        EndpointDraft fine =
                draft(
                        "echo",
                        "draft",
                        url("fine"),
                        "token",
                        Use.DRAFT,
                        "writeToken",
                        Use.DRAFT_WRITE);
        tell("try", desk.test(fine));
        tell("try", desk.test(draft("echo", "draft", url("refuses"), "token", Use.DRAFT_REFUSED)));
    }

    /** One key is accepted, so that the other flows get further; what is asked next is put away. */
    private void questions() throws Exception {
        for (DeskState.TrustQuestion question : desk.state().questions()) {
            say("question " + question);
            tell("accept", desk.accept(question));
        }
        tell("refresh", desk.refresh());
        desk.state().questions().forEach(desk::dismiss);
    }

    private void apply(String machine) throws Exception {
        done(desk.allowWriting(endpoint("fine").id(), Duration.ofHours(1)));
        Node node =
                await(s -> node(s, machine).isPresent())
                        .collective()
                        .flatMap(c -> node(desk.state(), machine))
                        .orElseThrow();
        MoveNode move = new MoveNode(node.id(), "there", MoveNode.Truth.ALREADY_THERE);
        tell("forecast", desk.staging().forecast(List.of(move)));
        done(desk.staging().stage(List.of(move)));
        Plan plan = done(desk.staging().review());
        keep("plan-" + machine + ".json", JsonText.write(PlanJson.write(plan)));
        for (Step step : plan.steps()) {
            keep("call-" + machine + "-" + step.index() + ".sh", step.exactCall());
            say("step " + step);
        }
        tell("apply", desk.operations().apply(plan));
    }

    private static Optional<Node> node(DeskState state, String name) {
        return state.collective().stream()
                .flatMap(c -> c.nodes().stream())
                .filter(n -> n.name().equals(name))
                .findFirst();
    }

    /** Started again after the kill: recovered, failed, handed over, shown, broken, renewed. */
    private void second() throws Exception {
        CanaryWindow window = CanaryWindow.open(desk, out);
        window.locked(canaries.of(Use.TYPED_PASSPHRASE));
        done(desk.vault().unlock(canaries.chars(Use.VAULT)));
        await(s -> state(s, 0) == OperationView.State.DONE);
        java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(
                                        java.net.URI.create(echo + "/fine/fail"))
                                .build(),
                        java.net.http.HttpResponse.BodyHandlers.discarding());
        apply("fine-two");
        DeskState stopped = await(s -> state(s, 1) == OperationView.State.STOPPED);
        String id = stopped.operations().get(1).id();
        tell("again", desk.operations().tryAgain(id));
        tell("hand over", desk.operations().handOver(id, "Look at it tomorrow."));
        tell("undo", desk.operations().undo(stopped.operations().getFirst().id()));
        window.pages(canaries.of(Use.TYPED_TOKEN));
        window.breaks();
        say(desk.state().toString());
        tell("unused", desk.vault().unused());
        done(desk.vault().lock());
        tell("locked", desk.refresh());
        window.pages("");
        tell("renew", desk.vault().renew(canaries.chars(Use.VAULT_NEW)));
        tell("after", desk.refresh());
        say(desk.state().toString());
        window.pages("");
        say("over");
    }

    private static OperationView.State state(DeskState state, int operation) {
        return state.operations().size() > operation
                ? state.operations().get(operation).state()
                : OperationView.State.RUNNING;
    }

    private Map<String, String> url(String mode) {
        return Map.of("url", echo + "/" + mode);
    }

    private EndpointDraft draft(
            String type, String name, Map<String, String> settings, Object... secrets) {
        Map<String, char[]> values = new HashMap<>();
        for (int i = 0; i < secrets.length; i += 2) {
            values.put((String) secrets[i], canaries.chars((Use) secrets[i + 1]));
        }
        return new EndpointDraft(type, name, settings, values);
    }

    private static EndpointDraft copy(EndpointDraft of) {
        Map<String, char[]> values = new HashMap<>();
        of.secrets().forEach((key, value) -> values.put(key, value.clone()));
        return new EndpointDraft(of.type(), of.name(), of.settings(), values);
    }

    private void add(String type, String name, Map<String, String> settings, Object... secrets)
            throws Exception {
        tell("add " + name, desk.add(draft(type, name, settings, secrets)));
    }

    private EndpointView endpoint(String name) throws Exception {
        return await(s -> endpoints(s).anyMatch(e -> e.name().equals(name)))
                .collective()
                .flatMap(c -> c.endpoints().stream().filter(e -> e.name().equals(name)).findFirst())
                .orElseThrow();
    }

    private static java.util.stream.Stream<EndpointView> endpoints(DeskState state) {
        return state.collective().stream().flatMap(c -> c.endpoints().stream());
    }

    private void keep(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(out).resolve(name), text);
    }

    /** Says what came of it, exceptions in full: what a careless program would print. */
    private static void tell(String what, Future<?> future) throws Exception {
        try {
            say(what + ": " + done(future));
        } catch (ExecutionException failed) {
            java.io.StringWriter trace = new java.io.StringWriter();
            failed.printStackTrace(new java.io.PrintWriter(trace));
            say(what + " failed: " + trace);
        }
    }

    private static <T> T done(Future<T> future) throws Exception {
        return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private DeskState await(Predicate<DeskState> wanted) throws Exception {
        CompletableFuture<DeskState> found = new CompletableFuture<>();
        try (var watching =
                desk.observe(
                        state -> {
                            if (wanted.test(state)) {
                                found.complete(state);
                            }
                        })) {
            return done(found);
        }
    }

    private static void say(String what) {
        System.out.println(what);
        System.out.flush();
    }
}
