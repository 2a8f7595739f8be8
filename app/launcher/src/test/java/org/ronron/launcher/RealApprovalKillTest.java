package org.ronron.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.launcher.OneApproval.Wish;
import org.ronron.practice.farm.FarmServers;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.testkit.Proof;
import org.ronron.testkit.conformance.Lab;

/**
 * A laptop that dies again and again while requests are approved on real PostgreSQL, MinIO,
 * HAProxy, OpenSSH and a real mail server. Whatever the moment, each space is made once and whole,
 * and what is taken back takes nothing with it that was there before. 50 kills where the lab is
 * required, some without.
 */
final class RealApprovalKillTest {
    private static final boolean REQUIRED = "required".equals(System.getProperty("lab"));
    private static final int KILLS = Integer.getInteger("kills", REQUIRED ? 50 : 4);
    private static final int UNDONE = Integer.getInteger("undone", REQUIRED ? 10 : 2);
    private static final long SEED = 20261125;
    private static final int EARLIEST_MS = 1_500;
    private static final int LATEST_MS = 14_000;
    private static final Duration ONE_RUN = Duration.ofMinutes(4);

    @TempDir private Path folder;
    private final Random random = new Random(SEED);

    @Test
    void everySpaceIsMadeOnceHoweverOftenTheLaptopDies() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                FarmServers farm = farm(threads)) {
            FarmCensus census = new FarmCensus(farm);
            long began = System.nanoTime();
            int kills = 0;
            int spaces = 0;
            int killsOfThis = 0;
            int midStep = 0;
            Wish wish = Wish.GO_ON;
            ApprovalRun run = run(farm, "essai-0");
            while (kills < KILLS || killsOfThis > 0) {
                boolean last = kills >= KILLS;
                Process child = run.start(wish);
                wish = Wish.GO_ON;
                Duration time = last ? ONE_RUN : moment();
                if (!child.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
                    assertTrue(!last, run::said);
                    child.destroyForcibly().waitFor();
                    kills++;
                    killsOfThis++;
                    midStep += run.openSteps() > 0 ? 1 : 0;
                } else if (child.exitValue() == OneApproval.ASKED) {
                    boolean left = census.letters(run.name()) > 0;
                    wish = left ? Wish.LETTER_LEFT : Wish.NO_LETTER;
                } else {
                    assertEquals(OneApproval.DONE, child.exitValue(), run::said);
                    spaces++;
                    killsOfThis = 0;
                    run = run(farm, "essai-" + spaces);
                }
            }
            int duplicates = 0;
            int gaps = 0;
            for (int i = 0; i < spaces; i++) {
                FarmCensus.Count count = census.of("essai-" + i);
                System.out.println("essai-" + i + ": " + count);
                duplicates += count.tooMany();
                gaps += count.missing();
                keepsNothing(farm, "essai-" + i);
            }
            System.out.printf(
                    "approvals on real servers: %d kills, %d of them between INTENT and OUTCOME,"
                            + " %d spaces, %d s%n",
                    kills, midStep, spaces, (System.nanoTime() - began) / 1_000_000_000);
            Proof.write(
                    "P2",
                    "P2: %d kills, %d duplicates, %d gaps".formatted(kills, duplicates, gaps));
            assertTrue(spaces > 0);
            assertEquals(0, duplicates);
            assertEquals(0, gaps);
        }
    }

    @Test
    void whatIsTakenBackTakesNothingWithItThatWasThereBefore() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                FarmServers farm = farm(threads)) {
            FarmCensus census = new FarmCensus(farm);
            Before before = Before.make(farm, "avant");
            for (int i = 0; i < UNDONE; i++) {
                String name = "repris-" + i;
                ApprovalRun run = run(farm, name);
                // every second time somebody takes the very name between the plan and its first
                // step
                boolean stolen = i % 2 == 1;
                Before theirs = stolen ? run.stolen(() -> Before.make(farm, name)) : before;
                Process child = stolen ? run.goOn() : run.start(Wish.GO_ON);
                if (!child.waitFor(moment().toMillis(), TimeUnit.MILLISECONDS)) {
                    child.destroyForcibly().waitFor();
                }
                if (run.begun()) {
                    Process back = run.start(Wish.UNDO);
                    assertTrue(back.waitFor(ONE_RUN.toSeconds(), TimeUnit.SECONDS), run::said);
                    assertEquals(OneApproval.DONE, back.exitValue(), run::said);
                    if (!run.finished()) {
                        assertEquals("", census.ours(name), name);
                    }
                }
                before.assertUntouched();
                theirs.assertUntouched();
            }
        }
    }

    /** No file of ours holds a secret that was made, or the address that was written to. */
    private void keepsNothing(FarmServers farm, String name) throws Exception {
        List<String> needles = new ArrayList<>(farm.configured(name));
        assertTrue(needles.size() >= 2, "a password and a key in the configuration of " + name);
        needles.add(ApprovalRun.address(name));
        try (Stream<Path> files = Files.walk(folder.resolve(name))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String needle : needles) {
                    assertFalse(bytes.contains(needle), () -> file + " holds a secret of " + name);
                }
            }
        }
    }

    private Duration moment() {
        return Duration.ofMillis(EARLIEST_MS + random.nextInt(LATEST_MS));
    }

    /** Each approval has a home of its own: what a kill leaves behind is its own alone. */
    private ApprovalRun run(FarmServers farm, String name) throws Exception {
        return new ApprovalRun(folder.resolve(name), farm, name);
    }

    private static FarmServers farm(ExecutorService threads) throws Exception {
        try {
            return FarmServers.start(Programs.ofThisMachine(), threads, Clock.systemUTC());
        } catch (MissingProgramException e) {
            throw Lab.missing(e);
        }
    }
}
