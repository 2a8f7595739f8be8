package org.ronron.plugin.haproxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ronron.plugin.haproxy.Front.action;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronron.api.Action;
import org.ronron.api.Effect;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Fault;
import org.ronron.api.FindingFact;
import org.ronron.api.Json;
import org.ronron.api.LinkFact;
import org.ronron.api.LinkFact.Health;
import org.ronron.api.Observation;
import org.ronron.api.StepClass;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.testkit.conformance.Lab;

/**
 * The whole way: connector, transport, OpenSSH, HAProxy, and a server behind it. Asks the {@link
 * Lab}.
 */
class RealHaproxyRoutesTest {
    private static final String MINE = "les-potagers.example.org";
    private Front front;

    @BeforeEach
    void start() throws Exception {
        try {
            front = new Front(true);
        } catch (MissingProgramException missing) {
            throw Lab.missing(missing);
        }
    }

    @AfterEach
    void stop() throws Exception {
        if (front != null) {
            front.close();
        }
    }

    @Test
    void anAddressIsLedToTheSpacesAndTakenAway() throws Exception {
        Action add = action("route.add", MINE);
        assertEquals(StepClass.IDEMPOTENT, front.actions().describe(add).stepClass());
        assertEquals(Verdict.NOT_DONE, front.probe(add));
        front.perform(add);
        front.perform(add);
        assertEquals(Verdict.DONE, front.probe(add));
        assertEquals(MINE + " spaces\n", front.file());
        assertEquals(MINE + " spaces", front.running());

        Action check = action("route.check", MINE);
        front.perform(check);
        assertEquals(Verdict.DONE, front.probe(check));
        List<LinkFact> seen = front.spaces().look("les-potagers");
        assertEquals(
                List.of(LinkFact.Kind.ROUTE, LinkFact.Kind.CHECK),
                seen.stream().map(LinkFact::kind).toList());
        assertTrue(seen.stream().allMatch(l -> l.health() == Health.FINE), seen::toString);
        assertEquals("spaces", front.spaces().facts().get("backend"));

        Action remove = front.actions().inverse(add).orElseThrow();
        assertEquals(Verdict.NOT_DONE, front.probe(remove));
        front.perform(remove);
        front.perform(remove);
        assertEquals(Verdict.DONE, front.probe(remove));
        assertEquals("", front.file());
        assertEquals("", front.running());
        assertEquals(Optional.empty(), front.actions().inverse(remove));
        assertEquals(HaproxyError.NO_PAGE, front.refused(check).code());
    }

    @Test
    void theOtherLinesOfTheFileStayAsTheyAre() throws Exception {
        String before = "# ours\n\n  " + "other.example\t others \n" + MINE + "x spaces";
        Files.writeString(front.haproxy.map(), before);
        front.perform(action("route.add", MINE));
        assertEquals(before + "\n" + MINE + " spaces\n", front.file());
        front.perform(action("route.remove", MINE));
        assertEquals(before + "\n", front.file());
    }

    @ParameterizedTest
    @ValueSource(strings = {"others", "spaces others", "spacesx"})
    void anEntryOfOthersInTheFileIsNeverTouched(String theirs) throws Exception {
        String line = MINE + "  " + theirs + "\n";
        Files.writeString(front.haproxy.map(), line);
        untouched(theirs);
        assertEquals(line, front.file());
        assertEquals("", front.running());
    }

    @Test
    void anEntryOfOthersThatOnlyRunsIsNeverTouched() throws Exception {
        front.haproxy.ask("add map " + front.haproxy.map() + " " + MINE + " others");
        untouched("others");
        assertEquals("", front.file());
        assertEquals(MINE + " others", front.running());
    }

    private void untouched(String theirs) throws Exception {
        for (String verb : List.of("route.add", "route.remove")) {
            Fault fault = front.refused(action(verb, MINE));
            assertEquals(HaproxyError.LEADS_ELSEWHERE, fault.code(), fault::toString);
            assertEquals(theirs, fault.details().get("found"));
            assertEquals(MINE, fault.details().get("address"));
            assertEquals(Effect.NONE, fault.effect());
            assertEquals(Verdict.NOT_OURS, front.probe(action(verb, MINE)));
        }
    }

    @Test
    void halfAnEntryIsMadeWhole() throws Exception {
        Action add = action("route.add", MINE);
        Files.writeString(front.haproxy.map(), MINE + " spaces\n");
        assertEquals(Verdict.NOT_DONE, front.probe(add));
        assertEquals(List.of("map-file-only"), kinds(front.observe()));
        front.perform(add);
        assertEquals(Verdict.DONE, front.probe(add));
        Files.writeString(front.haproxy.map(), "");
        assertEquals(Verdict.NOT_DONE, front.probe(add));
        Observation seen = front.observe();
        assertEquals(List.of("map-running-only"), kinds(seen));
        assertEquals(MINE, seen.findings().getFirst().details().get("names"));
        assertEquals(Health.ATTENTION, seen.links().getFirst().health());
        front.perform(add);
        assertEquals(Verdict.DONE, front.probe(add));
    }

    private static List<String> kinds(Observation seen) {
        return seen.findings().stream().map(FindingFact::kind).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "; rm -rf /",
                "$(reboot).example",
                "a.example others",
                "a.example\nb.example",
                "a.example;show info",
                "-a.example",
                "A.example",
                "nodot",
                "جمعية.example",
                "a\u0000.example",
                "#a.example",
                ""
            })
    void aHostileAddressIsRefusedBeforeAnythingLeaves(String hostile) throws Exception {
        for (String verb : List.of("route.add", "route.remove", "route.check")) {
            Fault fault = front.refused(action(verb, hostile));
            assertEquals(HaproxyError.BAD_NAME, fault.code(), fault::toString);
            assertEquals(Effect.NONE, fault.effect());
            front.actions().describe(action(verb, hostile));
        }
        assertEquals("", front.file() + front.running());
    }

    @Test
    void anAddressOrABackendOfTenThousandCharactersIsRefused() throws Exception {
        String huge = "a".repeat(10_000);
        assertEquals(
                HaproxyError.BAD_NAME, front.refused(action("route.add", huge + ".org")).code());
        Json.Obj arguments = Json.obj().with("address", MINE).with("backend", huge);
        Action backend = new Action("e", "route.add", arguments);
        Fault fault = front.refused(backend);
        assertEquals(HaproxyError.BAD_NAME, fault.code());
        assertTrue(fault.details().getOrDefault("value", "").length() < 100);
    }

    @Test
    void tenThousandEntriesAreReadInOneCommandAndOneIsAdded() throws Exception {
        String all =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> "une-association-" + i + ".espaces.example.org spaces\n")
                        .collect(Collectors.joining());
        Files.writeString(front.haproxy.map(), all);
        front.haproxy.kill();
        front.haproxy.restart();
        long begun = System.nanoTime();
        Observation seen = front.observe();
        assertEquals(10_000, seen.links().size());
        assertTrue(seen.links().stream().allMatch(l -> l.health() == Health.FINE));
        front.perform(action("route.add", MINE));
        assertEquals(Verdict.DONE, front.probe(action("route.add", MINE)));
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        assertTrue(took.compareTo(Duration.ofSeconds(30)) < 0, took::toString);
        assertEquals(all + MINE + " spaces\n", front.file());
    }

    @Test
    void eightConsolesAtOnceLoseNoEntry() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> adds =
                    IntStream.range(0, 8)
                            .<Callable<Void>>mapToObj(
                                    i ->
                                            () -> {
                                                front.perform(action("route.add", i + "." + MINE));
                                                return null;
                                            })
                            .toList();
            for (Future<Void> done : threads.invokeAll(adds)) {
                done.get();
            }
        }
        assertEquals(8, front.file().lines().count());
        assertEquals(8, front.running().lines().count());
    }

    @Test
    void aServerThatIsDownIsAFinding() throws Exception {
        front.haproxy.ask("set server spaces/app health down");
        Observation seen = front.observe();
        assertEquals(List.of("server-down"), kinds(seen));
        assertEquals("haie", seen.nodes().getFirst().name());
        assertEquals(
                List.of("app FAILED", "other UNKNOWN"),
                seen.workloads().stream().map(w -> w.name() + " " + w.state()).sorted().toList());
    }

    @Test
    void thePageIsOnlyFineWhenTheApplicationIs() throws Exception {
        front.perform(action("route.add", MINE));
        Action check = action("route.check", MINE);
        front.perform(check);
        front.app.says("{\"installed\":true,\"maintenance\":true}");
        assertEquals("HTTP 200, maintenance", front.refused(check).details().get("found"));
        assertEquals(Health.OFF, front.spaces().look("les-potagers").getLast().health());
        front.app.says("{\"installed\":false,\"maintenance\":false}");
        assertEquals("HTTP 200, not installed", front.refused(check).details().get("found"));
        front.app.says("<html>It works!</html>");
        assertEquals(HaproxyError.NO_PAGE, front.refused(check).code());
        assertEquals(Verdict.NOT_DONE, front.probe(check));
    }
}
