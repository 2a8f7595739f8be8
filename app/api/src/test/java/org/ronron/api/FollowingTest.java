package org.ronron.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A stream whose lines come at set moments, on a clock that waiting moves. */
class FollowingTest {
    private static final Instant BEGIN = Instant.parse("2026-11-23T20:00:00Z");
    private final List<String> heard = new ArrayList<>();
    private final Deque<Line> coming = new ArrayDeque<>();
    private Instant now = BEGIN;
    private int read;
    private int taken;
    private int readings = Integer.MAX_VALUE;

    /** So many milliseconds after the beginning; empty for the end. */
    private record Line(long at, Optional<Json> json) {}

    private long elapsed() {
        return Duration.between(BEGIN, now).toMillis();
    }

    private final Http.Lines lines =
            new Http.Lines() {
                @Override
                public boolean ready(Duration atMost) {
                    long until = Math.min(coming.getFirst().at(), elapsed() + atMost.toMillis());
                    now = BEGIN.plusMillis(Math.max(elapsed(), until));
                    return coming.getFirst().at() <= elapsed();
                }

                @Override
                public Optional<Json> next() {
                    return coming.removeFirst().json();
                }

                @Override
                public void close() {}
            };

    private final Following.Held held =
            new Following.Held() {
                @Override
                public boolean read() {
                    read++;
                    return read < readings;
                }

                @Override
                public boolean take(Json line) {
                    taken++;
                    return line instanceof Json.Obj object && !object.members().isEmpty();
                }

                @Override
                public Observation told() {
                    heard.add(elapsed() + " " + taken);
                    return Observation.of(now, "1", "f");
                }
            };

    private void follow() throws ConnectorException {
        new Following(() -> now, Duration.ofSeconds(60)).follow(lines, held, seen -> {});
    }

    private void line(long at) {
        coming.add(new Line(at, Optional.of(Json.obj().with("at", at))));
    }

    private void beat(long at) {
        coming.add(new Line(at, Optional.of(Json.obj())));
    }

    private void end(long at) {
        coming.add(new Line(at, Optional.empty()));
    }

    @Test
    void atMostOnceASecondAndTheLastNeverLater() throws Exception {
        line(100);
        line(200);
        line(1100);
        line(1150);
        line(5000);
        end(7000);
        follow();
        assertEquals(List.of("0 0", "1000 2", "2000 4", "5000 5"), heard);
    }

    @Test
    void aHeartbeatTellsNothing() throws Exception {
        beat(0);
        beat(30_000);
        end(40_000);
        follow();
        assertEquals(List.of("0 0"), heard);
        assertEquals(0, read);
    }

    @Test
    void everythingIsReadAnewNowAndThen() throws Exception {
        beat(30_000);
        beat(90_000);
        end(130_000);
        follow();
        assertEquals(2, read);
        assertEquals(List.of("0 0", "60000 1", "120000 2"), heard);
    }

    @Test
    void aStreamThatNoLongerTellsAllIsLetGo() throws Exception {
        readings = 1;
        end(500_000);
        follow();
        assertEquals(60_000, elapsed());
        assertEquals(List.of("0 0"), heard);
    }

    @Test
    void aBrokenStreamIsTold() {
        Fault fault = Fault.of(CommonError.CUT, "Chez Zoé");
        Http.Lines cut =
                new Http.Lines() {
                    @Override
                    public boolean ready(Duration atMost) {
                        return true;
                    }

                    @Override
                    public Optional<Json> next() throws ConnectorException {
                        throw new ConnectorException(fault);
                    }

                    @Override
                    public void close() {}
                };
        Following following = new Following(() -> now, Duration.ofSeconds(60));
        ConnectorException e =
                assertThrows(
                        ConnectorException.class, () -> following.follow(cut, held, seen -> {}));
        assertEquals(fault, e.fault());
        assertTrue(heard.size() == 1);
    }
}
