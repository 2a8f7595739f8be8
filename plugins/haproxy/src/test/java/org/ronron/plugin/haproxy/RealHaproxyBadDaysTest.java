package org.ronron.plugin.haproxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ronron.plugin.haproxy.Front.action;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ronron.api.Action;
import org.ronron.api.Effect;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Fault;
import org.ronron.api.FindingFact;
import org.ronron.api.Json;
import org.ronron.api.Observation;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.testkit.conformance.Lab;

/** HAProxy that is stopped, does not know its map, is given a bad configuration; a full disk. */
class RealHaproxyBadDaysTest {
    private static final String MINE = "les-potagers.example.org";
    private static final Action ADD = action("route.add", MINE);

    private static Front front(boolean mapKnown) throws Exception {
        try {
            return new Front(mapKnown);
        } catch (MissingProgramException missing) {
            throw Lab.missing(missing);
        }
    }

    @Test
    void aMapThatDoesNotRunYetIsMendedByAReload() throws Exception {
        try (Front front = front(false)) {
            Observation before = front.observe();
            assertEquals(
                    List.of("map-unknown"),
                    before.findings().stream()
                            .map(FindingFact::kind)
                            .filter(kind -> kind.startsWith("map"))
                            .toList());
            Fault fault = front.refused(ADD);
            assertEquals(HaproxyError.MAP_UNKNOWN, fault.code());
            assertEquals(Effect.NONE, fault.effect());
            assertEquals("", front.file());
            assertEquals(Verdict.NOT_DONE, front.probe(ADD));

            Action remedy = front.actions().remedy(ADD, fault).orElseThrow();
            assertEquals("haproxy.reload", remedy.verb());
            assertEquals(Verdict.NOT_DONE, front.probe(remedy));
            front.perform(remedy);
            assertEquals(Verdict.DONE, front.probe(remedy));

            front.perform(ADD);
            assertEquals(Verdict.DONE, front.probe(ADD));
            front.perform(action("route.check", MINE));
            Fault other = Fault.of(HaproxyError.SILENT, "");
            assertEquals(Optional.empty(), front.actions().remedy(ADD, other));
        }
    }

    @Test
    void whatIsAddedOutlivesAReloadAndARestart() throws Exception {
        try (Front front = front(true)) {
            front.perform(ADD);
            front.perform(new Action("e", "haproxy.reload", Json.obj()));
            assertEquals(Verdict.DONE, front.probe(ADD));
            front.haproxy.kill();
            front.haproxy.restart();
            assertEquals(Verdict.DONE, front.probe(ADD));
        }
    }

    @Test
    void aBadConfigurationIsNotLoadedAndWhatRunsGoesOn() throws Exception {
        try (Front front = front(true)) {
            front.perform(ADD);
            String good = Files.readString(front.haproxy.config());
            Files.writeString(front.haproxy.config(), good + "  nonsense here\n");
            Fault fault = front.refused(new Action("e", "haproxy.reload", Json.obj()));
            assertEquals(HaproxyError.CONFIG, fault.code(), fault::toString);
            assertEquals(Effect.NONE, fault.effect());
            assertTrue(fault.details().getOrDefault("message", "").contains("nonsense"));
            front.perform(action("route.check", MINE));
        }
    }

    @Test
    void stoppedBeforeTheStepNothingIsChanged() throws Exception {
        try (Front front = front(true)) {
            front.haproxy.kill();
            Fault fault = front.refused(ADD);
            assertEquals(HaproxyError.SILENT, fault.code(), fault::toString);
            assertEquals(Effect.NONE, fault.effect());
            assertEquals("", front.file());
        }
    }

    /** Its end comes between the file and the running map. */
    @Test
    void stoppedInMidStepTheRestOfItComesWithTheRestart() throws Exception {
        try (Front front = front(true)) {
            String pid = front.haproxy.ask("show info").replaceAll("(?s).*\nPid: (\\d+)\n.*", "$1");
            front.tool(
                    "socat",
                    "said=$(cat); case $said in *'add map'*) kill -9 "
                            + pid
                            + ";; esac; printf '%s\\n' \"$said\" | exec /usr/bin/socat \"$@\"");
            Fault fault = front.refused(ADD);
            assertEquals(HaproxyError.SILENT, fault.code(), fault::toString);
            assertEquals(Effect.UNKNOWN, fault.effect());
            assertEquals(MINE + " spaces\n", front.file());
            front.haproxy.kill();
            front.haproxy.restart();
            assertEquals(Verdict.DONE, front.probe(ADD));
        }
    }

    @Test
    void whatHaproxyRefusesIsTakenOutOfTheFileAgain() throws Exception {
        try (Front front = front(true)) {
            front.tool(
                    "socat",
                    "said=$(cat); case $said in *'add map'*) echo Out of memory error.; exit ;; "
                            + "esac; printf '%s\\n' \"$said\" | exec /usr/bin/socat \"$@\"");
            Fault fault = front.refused(ADD);
            assertEquals(HaproxyError.REFUSED, fault.code(), fault::toString);
            assertEquals("Out of memory error.", fault.details().get("message"));
            assertEquals(Effect.NONE, fault.effect());
            assertEquals("", front.file());
        }
    }

    /** The level that is asked for is enough. */
    @Test
    void aSocketOfLevelUserIsEnough() throws Exception {
        try (Front front = front(true)) {
            Path config = front.haproxy.config();
            String admin = Files.readString(config);
            Files.writeString(config, admin.replace("level admin", "level user"));
            front.haproxy.kill();
            front.haproxy.restart();
            front.perform(ADD);
            assertEquals(Verdict.DONE, front.probe(ADD));
            front.perform(action("route.remove", MINE));
            assertEquals(Set.of(), front.observe().login().forbidden());
        }
    }

    @Test
    void aFullDiskLeavesTheFileWhole() throws Exception {
        try (Front front = front(true)) {
            Path folder = Objects.requireNonNull(front.haproxy.map().getParent());
            String before = "# " + "x".repeat(30_000) + "\n";
            if (run("mount", "-t", "tmpfs", "-o", "size=48k", "tmpfs", folder.toString()) != 0) {
                throw Lab.missing(new MissingProgramException("a small disk", "run as root"));
            }
            try {
                Files.writeString(front.haproxy.map(), before);
                Fault fault = front.refused(ADD);
                assertEquals(HaproxyError.MAP_FILE, fault.code(), fault::toString);
                assertTrue(fault.details().getOrDefault("message", "").contains("No space left"));
                assertEquals(Effect.NONE, fault.effect());
                assertEquals(before, front.file());
                assertEquals("", front.running());
                try (Stream<Path> files = Files.list(folder)) {
                    assertFalse(
                            files.anyMatch(f -> f.toString().matches(".*spaces\\.map\\.[^l].*")));
                }
            } finally {
                run("umount", folder.toString());
            }
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Test
    void withoutItsSocketHaproxyIsSaidToBeMissing() throws Exception {
        try (Front front = front(true)) {
            front.haproxy.kill();
            Files.deleteIfExists(front.haproxy.socket());
            assertEquals(HaproxyError.SOCKET_MISSING, front.refused(ADD).code());
        }
    }
}
