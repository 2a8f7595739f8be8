package org.ronron.core.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class UlidIdsTest {
    private final AtomicLong millis = new AtomicLong(1_469_922_850_259L);

    private UlidIds ids(RandomGenerator random) {
        return new UlidIds(() -> Instant.ofEpochMilli(millis.get()), random);
    }

    @Test
    void timeIsWrittenAsTheSpecificationsExampleHasIt() {
        String id = ids(new Random(1)).next();
        assertEquals(26, id.length());
        assertEquals("01ARZ3NDEK", ids(new Random(1)).next().substring(0, 10));
        assertTrue(id.matches("[0-9A-HJKMNP-TV-Z]{26}"), id);
    }

    @Test
    void idsRiseWithinAMillisecondAndWhileTheClockStandsBehind() {
        UlidIds ids = ids(new Random(7));
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            made.add(ids.next());
        }
        millis.addAndGet(-3_600_000);
        for (int i = 0; i < 1000; i++) {
            millis.addAndGet(i % 3);
            made.add(ids.next());
        }
        millis.addAndGet(7_200_000);
        made.add(ids.next());
        assertRising(made);
    }

    @Test
    void countingPastTheLastRandomBitGoesIntoTheNextMillisecond() {
        RandomGenerator ones =
                new RandomGenerator() {
                    @Override
                    public long nextLong() {
                        return -1;
                    }

                    @Override
                    public void nextBytes(byte[] bytes) {
                        Arrays.fill(bytes, (byte) -1);
                    }
                };
        UlidIds ids = ids(ones);
        List<String> made = new ArrayList<>(List.of(ids.next(), ids.next()));
        millis.incrementAndGet();
        made.add(ids.next());
        millis.incrementAndGet();
        made.add(ids.next());
        assertTrue(made.get(1).endsWith("0000000000000000"), made.get(1));
        assertRising(made);
    }

    private static void assertRising(List<String> made) {
        for (int i = 1; i < made.size(); i++) {
            assertTrue(made.get(i - 1).compareTo(made.get(i)) < 0, made.get(i));
        }
    }

    @Test
    void anIdTellsWhenItWasMade() {
        Instant made = Instant.parse("2026-11-20T20:00:00.123Z");
        String id = new UlidIds(InstantSource.fixed(made), new Random(7)).next();
        assertEquals(Optional.of(made), UlidIds.time(id));
        assertEquals(Optional.empty(), UlidIds.time("token"));
        assertEquals(Optional.empty(), UlidIds.time("U".repeat(26)));
    }
}
