package org.ronron.plugin.minio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ronron.api.Action;
import org.ronron.api.Actions;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Fault;
import org.ronron.api.Inventory;
import org.ronron.api.Observation;
import org.ronron.api.Progress;
import org.ronron.api.Quorum;
import org.ronron.api.Session;
import org.ronron.testkit.conformance.Lender;
import org.ronron.testkit.conformance.Unheard;

/** A real MinIO that hangs, dies and loses drives. */
class RealMinioBadDaysTest {
    /** Kills the server once so many objects are copied. */
    private record Killing(RealServer minio, long after) implements Progress {
        @Override
        public void report(String phase, long done, long total) {
            if (done == after) {
                try {
                    minio.real().kill();
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }

    @Test
    void aServerThatIsLostInMidStepLeavesTheTruthBehind() throws Exception {
        try (RealServer minio = RealServer.needed();
                Lender lender = new Lender(minio.secrets(), InstantSource.system());
                Session session = open(lender, minio, Duration.ofSeconds(60))) {
            Actions actions = session.capability(Actions.class).orElseThrow();
            String bucket = "lost." + Plans.MARK;
            minio.bucket(bucket);
            for (int i = 0; i < 10; i++) {
                minio.put(bucket, "file " + i, "content " + i);
            }
            Action save = Plans.of("bucket.save", "lost");
            Fault cut =
                    assertThrows(
                                    ConnectorException.class,
                                    () -> actions.perform(save, new Killing(minio, 5)))
                            .fault();
            assertEquals(Effect.UNKNOWN, cut.effect(), cut.toString());
            assertEquals(CommonError.UNREACHABLE, cut.code(), cut.toString());

            minio.real().restart();
            assertEquals(Verdict.NOT_DONE, actions.probe(save).verdict());
            assertEquals(5, minio.keys("ronron-removed", bucket + "/").size());
            actions.perform(save, new Unheard());
            assertEquals(Verdict.DONE, actions.probe(save).verdict());
            assertEquals(10, minio.keys(bucket, null).size());
        }
    }

    @Test
    void aServerThatHangsEndsAtTheDeadlineAndNobodyKnowsWhatItDid() throws Exception {
        try (RealServer minio = RealServer.needed();
                Lender lender = new Lender(minio.secrets(), InstantSource.system());
                Session session = open(lender, minio, Duration.ofSeconds(2))) {
            Actions actions = session.capability(Actions.class).orElseThrow();
            Action make = Plans.of("bucket.create", "hung");
            minio.real().pause();
            Fault late =
                    assertThrows(
                                    ConnectorException.class,
                                    () -> actions.perform(make, new Unheard()))
                            .fault();
            assertEquals(CommonError.TIMEOUT, late.code(), late.toString());
            assertEquals(Effect.UNKNOWN, late.effect());
            minio.real().resume();
            minio.real().await(() -> told(actions, make));
        }
    }

    /** It is one or the other, and the probe says which. */
    private static boolean told(Actions actions, Action make) {
        try {
            Verdict seen = actions.probe(make).verdict();
            return seen == Verdict.DONE || seen == Verdict.NOT_DONE;
        } catch (ConnectorException notYet) {
            return false;
        }
    }

    @Test
    void aLostDriveIsTold() throws Exception {
        try (RealServer minio = RealServer.needed();
                Lender lender = new Lender(minio.secrets(), InstantSource.system());
                Session session = open(lender, minio, Duration.ofSeconds(30))) {
            Inventory inventory = session.capability(Inventory.class).orElseThrow();
            Observation whole = inventory.observe();
            assertTrue(whole.clusters().getFirst().healthy());
            assertEquals(2L, whole.clusters().getFirst().state().number("parity").orElseThrow());
            assertTrue(whole.clusters().getFirst().state().number("usable").orElseThrow() > 0);
            assertEquals(List.of(1, 4), missable(whole));
            minio.real().loseDrive(3);
            minio.real().await(() -> finding(inventory, "drive"));
            Observation less = inventory.observe();
            assertFalse(less.clusters().getFirst().healthy());
            assertEquals(List.of(0, 3), missable(less));
            minio.real().loseDrive(2);
            minio.real().loseDrive(1);
            minio.real().await(() -> finding(inventory, "quorum"));
        }
    }

    /** Of its one set: what may be missing from now on, and how many drives its server holds. */
    private static List<Integer> missable(Observation seen) {
        Quorum set = Quorum.of(seen.clusters().getFirst().state()).getFirst();
        String server = seen.nodes().getFirst().key();
        return List.of(set.spare(), set.parts().getOrDefault(server, 0));
    }

    private static boolean finding(Inventory inventory, String kind) {
        try {
            return inventory.observe().findings().stream().anyMatch(f -> f.kind().equals(kind));
        } catch (ConnectorException notYet) {
            return false;
        }
    }

    private static Session open(Lender lender, RealServer minio, Duration time)
            throws ConnectorException {
        return lender.open(new MinioConnector(), minio.settings(), true, time);
    }
}
