package org.ronron.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.api.Json;
import org.ronron.core.json.JsonText;
import org.ronron.core.port.JournalEvent;
import org.ronron.core.port.JournalEvent.Kind;
import org.ronron.practice.garage.RealGarage;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.testkit.conformance.Lab;

/**
 * A laptop that dies again and again while a machine of a real Garage is moved to and fro. Whatever
 * the moment, each move is done once: no layout version too many, none missing, no step without its
 * end, and one layout on all nodes. 50 kills where the lab is required, some without.
 */
final class RealGarageKillTest {
    private static final int MANY = 50;
    private static final int KILLS =
            Integer.getInteger("kills", "required".equals(System.getProperty("lab")) ? MANY : 6);
    private static final long SEED = 20261123;
    private static final int LATEST_MS = 7_000;
    private static final Duration ONE_RUN = Duration.ofMinutes(4);
    private static final int NODES = 5;

    @TempDir private Path folder;
    private final Random random = new Random(SEED);

    @Test
    void everyMoveIsDoneOnceHoweverOftenTheLaptopDies() throws Exception {
        try (RealGarage garage = garage()) {
            int kills = 0;
            int midStep = 0;
            int moves = 0;
            int killsOfThis = 0;
            long began = System.nanoTime();
            while (kills < KILLS || killsOfThis > 0) {
                Process child = start(garage, moves % 2 == 0 ? "corrin" : "dathomir");
                boolean last = kills >= KILLS;
                Duration time = last ? ONE_RUN : Duration.ofMillis(300 + random.nextInt(LATEST_MS));
                if (child.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
                    assertEquals(0, child.exitValue(), () -> said());
                    moves++;
                    killsOfThis = 0;
                } else {
                    assertTrue(!last, () -> "did not end within " + ONE_RUN + ": " + said());
                    child.destroyForcibly().waitFor();
                    kills++;
                    killsOfThis++;
                    midStep += openSteps() > 0 ? 1 : 0;
                }
            }
            int gaps = openSteps() + unfinished();
            long version = version(garage, 1);
            long duplicates = version - 1 - moves;
            System.out.printf(
                    "moves of a real Garage: %d kills, %d of them between INTENT and OUTCOME,"
                            + " %d moves, %d duplicates, %d gaps, %d s%n",
                    kills,
                    midStep,
                    moves,
                    duplicates,
                    gaps,
                    (System.nanoTime() - began) / 1_000_000_000);
            assertEquals(KILLS, kills);
            assertTrue(KILLS < MANY || midStep > 0, "no kill met a step");
            assertEquals(0, duplicates, "layout versions beside the moves");
            assertEquals(0, gaps, "steps without an end");
            assertEquals(1, layouts(garage).size(), "layouts on the nodes");
        }
    }

    private static RealGarage garage() throws IOException {
        try {
            return RealGarage.start(Programs.ofThisMachine());
        } catch (MissingProgramException e) {
            throw Lab.missing(e);
        }
    }

    private Process start(RealGarage garage, String zone) throws IOException {
        List<String> peers = new ArrayList<>();
        for (int node = 2; node <= NODES; node++) {
            peers.add(garage.adminUrl(node).toString());
        }
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        OneMove.class.getName(),
                        folder.resolve("home").toString(),
                        garage.adminUrl(1).toString(),
                        String.join(",", peers),
                        "onion",
                        zone);
        builder.environment().put("TOKEN", garage.token());
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.log").toFile())
                .start();
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("child.log"));
        } catch (IOException e) {
            return "(no output)";
        }
    }

    /** Intents that no later row of their step answers. */
    private int openSteps() throws Exception {
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

    private int unfinished() throws Exception {
        return (int)
                operations().stream()
                        .filter(o -> o.stream().noneMatch(e -> e.kind() == Kind.FINISHED))
                        .count();
    }

    /** What the journal holds of each operation; nothing when it died before there was one. */
    private List<List<JournalEvent>> operations() throws Exception {
        return WrittenJournal.operations(folder.resolve("home"));
    }

    private static long version(RealGarage garage, int node) throws IOException {
        return garage.admin(node)
                .get("/v2/GetClusterLayout")
                .object()
                .number("version")
                .orElseThrow();
    }

    /** What each node takes for the layout, staging included. */
    private static Set<String> layouts(RealGarage garage) throws IOException {
        Set<String> seen = new TreeSet<>();
        for (int node = 1; node <= NODES; node++) {
            Json.Obj layout = garage.admin(node).get("/v2/GetClusterLayout").object();
            seen.add(
                    layout.number("version").orElseThrow()
                            + " "
                            + layout.objects("roles").stream()
                                    .map(JsonText::write)
                                    .sorted()
                                    .collect(Collectors.joining(","))
                            + " "
                            + JsonText.write(layout.at("stagedRoleChanges")));
        }
        return seen;
    }
}
