package org.ronron.core.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.api.Observation;
import org.ronron.core.model.EndpointView;
import org.ronron.core.port.Workspace;

/** Systems that push. */
@Timeout(60)
class WatchingTest {
    private final Rig rig = new Rig();

    @Test
    void aBrokenStreamIsTriedAgainAfterLongerAndLongerPauses() {
        int[] tries = {0};
        rig.system.watch =
                (url, heard) -> {
                    tries[0]++;
                    throw new ConnectorException(Fault.of(CommonError.CUT, url));
                };
        rig.connected(Rig.node("celeri", "neptune"));
        assertEquals(1, tries[0]);
        int tried = 1;
        for (int pause : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            rig.timer.pass(Duration.ofSeconds(pause).minusMillis(1));
            rig.run();
            assertEquals(tried, tries[0], "not before " + pause + " s");
            rig.timer.pass(Duration.ofMillis(1));
            rig.run();
            assertEquals(++tried, tries[0], "after " + pause + " s");
        }
        assertEquals(EndpointView.State.FINE, endpoint().state(), "it still answers");
    }

    @Test
    void aStreamThatLastedBeginsAgainSoon() {
        int[] tries = {0};
        rig.system.watch =
                (url, heard) -> {
                    tries[0]++;
                    rig.now = rig.now.plus(Duration.ofMinutes(2));
                };
        rig.connected(Rig.node("celeri", "neptune"));
        for (int again = 2; again < 6; again++) {
            rig.timer.pass(Duration.ofSeconds(1));
            rig.run();
            assertEquals(again, tries[0]);
        }
    }

    @Test
    void whatItTellsIsShownAndKept() {
        rig.system.watch =
                (url, heard) -> heard.accept(rig.said("f2", Rig.node("onion", "dathomir")));
        Workspace.EndpointRow row = rig.connected(Rig.node("celeri", "neptune"));
        assertTrue(rig.desk.state().collective().orElseThrow().node("n:onion").isPresent());
        assertEquals("f2", endpoint().fingerprint());
        assertEquals(
                "f2",
                rig.workspace.observation(row.id()).orElseThrow().text("fingerprint").orElse(""));
    }

    @Test
    void anAnswerThatIsOlderThanWhatWasToldMeanwhileIsLeft() {
        Observation old = rig.said("old", Rig.node("celeri", "neptune"));
        rig.now = rig.now.plusSeconds(5);
        rig.system.watch = (url, heard) -> heard.accept(rig.said("new"));
        rig.connected(Rig.node("celeri", "neptune"));
        rig.system.answers.put("u1", () -> old);
        rig.done(rig.desk.refresh());
        assertEquals("new", endpoint().fingerprint());
    }

    @Test
    void whatDoesNotEvenAnswerIsNotListenedToUntilItDoes() {
        int[] tries = {0};
        rig.system.watch = (url, heard) -> tries[0]++;
        rig.connected(Rig.node("celeri", "neptune"));
        rig.system.answers.clear();
        rig.done(rig.desk.refresh());
        int before = tries[0];
        rig.timer.pass(Duration.ofSeconds(20));
        rig.run();
        assertEquals(before, tries[0]);
        assertEquals(EndpointView.State.SILENT, endpoint().state());
        rig.system.answers.put("u1", () -> rig.said("f"));
        rig.done(rig.desk.refresh());
        assertEquals(before + 1, tries[0]);
    }

    /** A stream that lives until it is interrupted, on real threads. */
    private static final class Living implements FakeSystem.Streaming {
        final BlockingQueue<String> life = new LinkedBlockingQueue<>();
        final BlockingQueue<Observation> news = new LinkedBlockingQueue<>();

        @Override
        public void watch(String url, java.util.function.Consumer<Observation> heard) {
            life.add("begun");
            try {
                while (true) {
                    heard.accept(news.take());
                }
            } catch (InterruptedException stopped) {
                life.add("stopped");
            }
        }

        void was(String what) throws InterruptedException {
            assertEquals(what, life.poll(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void itEndsWithTheCollectiveWithItsConnectionAndWhenTheLaptopSleeps() throws Exception {
        Living living = new Living();
        rig.system.watch = living;
        rig.system.answers.put("u1", () -> rig.said("f1"));
        ManualTimer timer = new ManualTimer();
        try (ExecutorService state = Executors.newSingleThreadExecutor();
                ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();
                LiveDesk desk =
                        new LiveDesk(
                                rig.ports(),
                                new DeskThreads(state, io, timer),
                                (sessions, freshness, moved, now) -> rig.carrying)) {
            desk.start().get(30, TimeUnit.SECONDS);
            desk.create("Ours", "own").get(30, TimeUnit.SECONDS);
            EndpointDraft draft =
                    new EndpointDraft("fake", "garage", Map.of("url", "u1"), Map.of());
            desk.add(draft).get(30, TimeUnit.SECONDS);
            living.was("begun");
            CountDownLatch shown = when(desk, s -> fingerprint(s).equals("pushed"));
            living.news.add(rig.said("pushed"));
            assertTrue(shown.await(30, TimeUnit.SECONDS));

            String id = desk.state().collective().orElseThrow().endpoints().getFirst().id();
            desk.allowWriting(id, Duration.ofMinutes(1)).get(30, TimeUnit.SECONDS);
            desk.readOnly(id).get(30, TimeUnit.SECONDS);
            living.was("stopped");
            desk.refresh().get(30, TimeUnit.SECONDS);
            living.was("begun");

            state.submit(() -> timer.pass(Ticks.BEAT)).get(30, TimeUnit.SECONDS);
            state.submit(() -> rig.now = rig.now.plus(Duration.ofHours(1)))
                    .get(30, TimeUnit.SECONDS);
            state.submit(() -> timer.pass(Ticks.BEAT)).get(30, TimeUnit.SECONDS);
            living.was("stopped");
            living.was("begun");

            desk.remove(id).get(30, TimeUnit.SECONDS);
            living.was("stopped");
            desk.add(draft).get(30, TimeUnit.SECONDS);
            living.was("begun");
            desk.closeCollective();
            living.was("stopped");
        }
    }

    private static String fingerprint(DeskState state) {
        return state.collective().stream()
                .flatMap(c -> c.endpoints().stream())
                .map(EndpointView::fingerprint)
                .findFirst()
                .orElse("");
    }

    private static CountDownLatch when(LiveDesk desk, Predicate<DeskState> holds) {
        CountDownLatch latch = new CountDownLatch(1);
        desk.observe(
                s -> {
                    if (holds.test(s)) {
                        latch.countDown();
                    }
                });
        return latch;
    }

    private EndpointView endpoint() {
        return rig.desk.state().collective().orElseThrow().endpoints().getFirst();
    }
}
