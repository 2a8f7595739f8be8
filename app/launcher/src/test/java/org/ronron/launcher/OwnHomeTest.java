package org.ronron.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.cli.Exit;
import org.ronron.core.port.CrashPoint;
import org.ronron.core.port.StorageException;
import org.ronron.store.Store;

/**
 * Looking, trying, practising and the tour leave what a person has in their home as it was, to the
 * byte; and no test of the house ever meets that home.
 */
final class OwnHomeTest {
    private static final int PICTURES = 15;
    private static final int PRACTICE_CONNECTIONS = 6;

    @TempDir private Path folder;
    private Child program;
    private Map<String, String> before;

    @BeforeEach
    void somebodyWithACollectiveOfTheirOwn() throws Exception {
        Path user = folder.resolve("user");
        Path own = Homes.of(Map.of(), System.getProperty("os.name"), user);
        try (House house = House.open(own, List.of(), Optional.empty(), CrashPoint.NONE)) {
            house.desk().create("Chatons", "own").get(60, TimeUnit.SECONDS);
        }
        program = new Child(user, folder.resolve("scratch"));
        before = program.home();
        assertTrue(before.size() > 3, before::toString);
    }

    @Test
    void theTourPlaysWholeOnStandInsWithoutADisplay() throws Exception {
        Path pictures = folder.resolve("pictures");
        Child.Ended tour =
                program.run(150, "--lang", "fr", "tour", "--stand-ins", "--out", "" + pictures);
        String all = String.join("\n", tour.lines());
        assertEquals(Exit.OK, tour.exit(), all);
        String last = tour.lines().getLast();
        long ok = tour.lines().stream().filter(l -> l.matches(" ?[0-9]+ ok +[^ ].*")).count();
        assertEquals(ok + " ok, 2 skipped, 0 failed", last, all);
        assertTrue(ok > PICTURES, all);
        assertTrue(all.contains("Garage stand-in"), all);
        assertTrue(all.contains("SSH stand-in"), all);
        List<String> left = tour.lines().stream().filter(l -> l.contains("skipped (")).toList();
        assertEquals(2, left.size(), "the farm and the backups have no stand-ins");
        assertTrue(left.getFirst().contains("initdb"), "what is missing is said");
        assertTrue(left.getLast().contains("borg"), "what is missing is said");
        for (int number = 1; number <= PICTURES; number++) {
            assertEquals(1, starting(pictures, "%02d-".formatted(number)).size(), "" + number);
        }
        assertEquals(before, program.home());
    }

    @Test
    void readingAndTryingChangeNothing() throws Exception {
        Child.Ended own = program.run(60, "status", "--lang", "en");
        assertEquals(Exit.OK, own.exit(), own.lines()::toString);
        assertTrue(own.lines().toString().contains("Chatons"), own.lines()::toString);
        assertEquals(Exit.OK, program.run(60, "status", "--sample", "deuxfleurs").exit());
        assertEquals(Exit.NOT_FOUND, program.run(60, "status", "--collective", "nobody").exit());
        String[] words = {
            "check", "garage", "url=http://127.0.0.1:1", "--secret", "token=env:PATH"
        };
        Child.Ended check = program.run(60, words);
        assertEquals(Exit.FAULT, check.exit(), check.lines()::toString);
        assertTrue(check.lines().toString().contains("R-"), check.lines()::toString);
        assertEquals(kept(before), kept(program.home()));
    }

    /**
     * Without the empty side files that SQLite leaves after reading a database in WAL mode, which
     * the next window takes away, and the times that their coming gives to folders.
     */
    private Map<String, String> kept(Map<String, String> home) {
        Map<String, String> kept = new TreeMap<>(home);
        kept.keySet()
                .removeIf(
                        name ->
                                name.endsWith("ronron.db-shm")
                                        || Files.isDirectory(folder.resolve("user").resolve(name)));
        kept.entrySet()
                .removeIf(e -> e.getKey().endsWith("db-wal") && e.getValue().startsWith("0 "));
        return kept;
    }

    @Test
    void practiceHasAFolderOfItsOwn() throws Exception {
        Process practice = program.start("practice");
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
            while (connections() < PRACTICE_CONNECTIONS) {
                assertFalse(practice.waitFor(200, TimeUnit.MILLISECONDS), () -> "ended: " + said());
                assertTrue(System.nanoTime() < end, () -> "not furnished: " + said());
            }
        } finally {
            practice.destroyForcibly().waitFor();
        }
        assertEquals(before, program.home());
    }

    /** Those of the practice collective, as far as they are furnished. */
    private int connections() throws IOException, StorageException {
        List<Path> homes = starting(folder.resolve("scratch"), "ronron-practice-home-");
        if (homes.isEmpty() || Files.notExists(homes.getFirst().resolve("home/ronron.db"))) {
            return 0;
        }
        Path home = homes.getFirst().resolve("home");
        try (Store store = Store.openForReading(home, Clock.systemUTC())) {
            int found = 0;
            for (var collective : store.workspace().collectives()) {
                found += store.workspace().endpoints(collective.id()).size();
            }
            return found;
        }
    }

    private static List<Path> starting(Path in, String name) throws IOException {
        try (Stream<Path> list = Files.list(in)) {
            return list.filter(p -> p.getFileName().toString().startsWith(name)).toList();
        }
    }

    private String said() {
        try {
            return String.join("\n", program.lines());
        } catch (IOException e) {
            return "(nothing)";
        }
    }

    /** Maven lends every test a folder that is not the person's; none has made even that. */
    @Test
    void noTestMeetsTheRealHome() throws Exception {
        Path lent = Path.of(System.getProperty("basedir"), "target", "home");
        assertEquals(lent.toString(), System.getenv("RONRON_HOME"), "set by the root pom");
        Path root = Path.of(System.getProperty("ronron.root"));
        try (Stream<Path> walk = Files.walk(root, 4)) {
            assertEquals(
                    List.of(),
                    walk.filter(p -> p.endsWith("target/home")).map(root::relativize).toList());
        }
    }
}
