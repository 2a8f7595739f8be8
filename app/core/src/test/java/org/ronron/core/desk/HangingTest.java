package org.ronron.core.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ronron.api.CommonError;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;

/** One endpoint never answers, on real threads. */
@Timeout(60)
class HangingTest {
    private final Rig rig = new Rig();
    private final ManualTimer timer = new ManualTimer();
    private final CountDownLatch forEver = new CountDownLatch(1);

    @Test
    void aHangingEndpointHoldsUpNoOtherAndIsGivenUp() throws Exception {
        try (ExecutorService state = Executors.newSingleThreadExecutor();
                ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();
                LiveDesk desk =
                        new LiveDesk(
                                rig.ports(),
                                new DeskThreads(state, io, timer),
                                (sessions, freshness, moved, now) -> rig.carrying)) {
            hang(desk);
            CountDownLatch others = until(desk, c -> c.node("n:celeri").isPresent());
            assertTrue(others.await(30, TimeUnit.SECONDS));
            CountDownLatch given = until(desk, this::givenUp);
            CountDownLatch quiet =
                    when(
                            desk,
                            s ->
                                    !s.refreshing()
                                            && s.collective().filter(this::givenUp).isPresent());
            state.submit(() -> timer.pass(Duration.ofSeconds(91))).get(30, TimeUnit.SECONDS);
            assertTrue(given.await(30, TimeUnit.SECONDS));
            assertEquals(List.of(), rig.connections.dropped, "an operation may be at work there");
            assertTrue(quiet.await(30, TimeUnit.SECONDS));
            assertTrue(
                    desk.state().collective().orElseThrow().endpoints().stream()
                            .anyMatch(
                                    e ->
                                            e.name().equals("good")
                                                    && e.state() == EndpointView.State.FINE));
            CountDownLatch late = until(desk, c -> c.node("n:late").isPresent());
            forEver.countDown();
            assertTrue(late.await(30, TimeUnit.SECONDS));
        }
    }

    @AfterEach
    void answerAtLast() {
        forEver.countDown();
    }

    private void hang(LiveDesk desk) throws Exception {
        rig.system.answers.put("u1", () -> rig.said("f", Rig.node("celeri", "neptune")));
        rig.system.answers.put(
                "u2",
                () -> {
                    try {
                        forEver.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return rig.said("f", Rig.node("late", "neptune"));
                });
        desk.start().get(30, TimeUnit.SECONDS);
        desk.create("Ours", "own").get(30, TimeUnit.SECONDS);
        for (String[] one : new String[][] {{"silent", "u2"}, {"good", "u1"}}) {
            desk.add(
                            new EndpointDraft(
                                    "fake",
                                    one[0],
                                    java.util.Map.of("url", one[1]),
                                    java.util.Map.of()))
                    .get(30, TimeUnit.SECONDS);
        }
        assertEquals(2, desk.state().collective().orElseThrow().endpoints().size());
    }

    private static boolean fault(Collective c, String name, CommonError code) {
        return c.endpoints().stream()
                .filter(e -> e.name().equals(name))
                .anyMatch(e -> e.fault().filter(f -> f.code() == code).isPresent());
    }

    private static CountDownLatch until(LiveDesk desk, Predicate<Collective> holds) {
        return when(desk, s -> s.collective().filter(holds).isPresent());
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

    private boolean givenUp(Collective c) {
        return fault(c, "silent", CommonError.TIMEOUT);
    }
}
