package org.ronron.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ronron.api.Json;
import org.ronron.core.json.JsonText;
import org.ronron.core.port.JournalEvent;
import org.ronron.core.port.JournalEvent.Kind;
import org.ronron.launcher.OneApproval.Wish;
import org.ronron.practice.collective.PracticePlan;
import org.ronron.practice.collective.PracticePlanJson;
import org.ronron.practice.farm.FarmServers;

/** One request with its home: approved by a program that may be killed and started again. */
final class ApprovalRun {
    private final Path home;
    private final Path log;
    private final PracticePlan plan;
    private final String request;
    private final String name;
    private Optional<Process> waiting = Optional.empty();

    ApprovalRun(Path home, FarmServers farm, String name) throws IOException {
        this.home = home;
        this.log = Files.createDirectories(home).resolve("child.log");
        this.plan = farm.plan();
        this.request = "r-" + name;
        this.name = name;
        farm.charon()
                .add(
                        Json.obj()
                                .with("id", request)
                                .with("version", 1)
                                .with("state", "pending")
                                .with("submitted_at", "2026-11-20T08:12:00Z")
                                .with(
                                        "organisation",
                                        Json.obj()
                                                .with("name", "Association " + name)
                                                .with("kind", "loi1901")
                                                .with("purpose", "Partager des plannings."))
                                .with(
                                        "contact",
                                        Json.obj()
                                                .with("name", "Camille " + name)
                                                .with("email", address(name)))
                                .with(
                                        "space",
                                        Json.obj()
                                                .with("subdomain", name)
                                                .with("office", "collabora")));
    }

    /** Whom the letter is for. */
    static String address(String name) {
        return name + "@exemple.example";
    }

    String name() {
        return name;
    }

    /** Starts it; where it is the first time, it plans and begins at once. */
    Process start(Wish wish) throws IOException {
        Process started = launch(wish);
        say(started, "go");
        return started;
    }

    /**
     * Starts it, and does something between its plan and its first step.
     *
     * @return what that answered
     */
    <T> T stolen(Callable<T> meanwhile) throws Exception {
        Process started = launch(Wish.GO_ON);
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
        assertEquals("planned", out.readLine(), this::said);
        T answer = meanwhile.call();
        waiting = Optional.of(started);
        return answer;
    }

    /** Lets the one that waits after {@link #stolen} go on. */
    Process goOn() throws IOException {
        Process started = waiting.orElseThrow();
        say(started, "go");
        return started;
    }

    private Process launch(Wish wish) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx320m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        OneApproval.class.getName(),
                        home.resolve("ronron").toString(),
                        wish.name(),
                        request,
                        name);
        Process started = builder.redirectError(log.toFile()).start();
        Writer in = started.outputWriter(StandardCharsets.UTF_8);
        in.write(JsonText.write(PracticePlanJson.write(plan)) + "\n");
        in.write(JsonText.write(PracticePlanJson.secrets(plan)) + "\n");
        in.flush();
        return started;
    }

    private static void say(Process started, String word) throws IOException {
        try (Writer in = started.outputWriter(StandardCharsets.UTF_8)) {
            in.write(word + "\n");
        }
    }

    /** What it complained of last. */
    String said() {
        try {
            return name + ": " + Files.readString(log);
        } catch (IOException e) {
            return name + ": (no output)";
        }
    }

    /** Intents that no later row of their step answers. */
    int openSteps() throws Exception {
        int open = 0;
        for (List<JournalEvent> events : operations()) {
            Set<Integer> steps = new HashSet<>();
            for (JournalEvent event : events) {
                switch (event.kind()) {
                    case INTENT -> steps.add(event.step());
                    case OUTCOME -> steps.remove(event.step());
                    default -> {}
                }
            }
            open += steps.size();
        }
        return open;
    }

    /** Whether the approval was recorded at all. */
    boolean begun() throws Exception {
        return !operations().isEmpty();
    }

    /** Whether the approval had come to its end. */
    boolean finished() throws Exception {
        return operations().getFirst().stream().anyMatch(e -> e.kind() == Kind.FINISHED);
    }

    /** What the journal holds of each operation, the approval's first. */
    private List<List<JournalEvent>> operations() throws Exception {
        return WrittenJournal.operations(home.resolve("ronron"));
    }
}
