package org.ronron.transport.ssh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is kept of a stream, however it is cut into pieces. */
class KeptTest {
    private static final String BEGIN = "@0f(";

    private static Kept written(byte[] bytes, Random random, AtomicInteger overflows) {
        Kept kept = new Kept(BEGIN, overflows::incrementAndGet);
        for (int at = 0; at < bytes.length; ) {
            int piece = Math.min(bytes.length - at, 1 + random.nextInt(70_000));
            kept.write(bytes, at, piece);
            at += piece;
        }
        return kept;
    }

    @Test
    void headAndTailOfAnyLength() {
        Random random = new Random(7);
        int[] sizes = {
            0,
            1,
            Kept.HEAD - 1,
            Kept.HEAD,
            Kept.HEAD + 1,
            Kept.HEAD + Kept.TAIL - 1,
            Kept.HEAD + Kept.TAIL,
            Kept.HEAD + Kept.TAIL + 1,
            Kept.HEAD + 2 * Kept.TAIL,
            3_000_017
        };
        for (int size : sizes) {
            byte[] body = new byte[size];
            random.nextBytes(body);
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes("noise @0f @@0 @0@".getBytes(StandardCharsets.UTF_8));
            all.writeBytes(BEGIN.getBytes(StandardCharsets.UTF_8));
            all.writeBytes(body);
            Kept kept = written(all.toByteArray(), random, new AtomicInteger());
            assertTrue(kept.begun());
            Kept.Part part = kept.part();
            assertEquals(size > Kept.HEAD + Kept.TAIL, part.cut());
            int first = Math.min(size, Kept.HEAD);
            assertArrayEquals(Arrays.copyOf(body, first), part.first(), "head of " + size);
            int last = Math.min(size - first, Kept.TAIL);
            assertArrayEquals(
                    Arrays.copyOfRange(body, size - last, size), part.last(), "tail of " + size);
        }
    }

    @Test
    void withoutTheMarkNothingIsKept() {
        Kept kept = written(new byte[1_000_000], new Random(1), new AtomicInteger());
        assertFalse(kept.begun());
        assertEquals("", kept.part().text());
    }

    @Test
    void overflowIsToldOnceAndNoiseCounts() {
        AtomicInteger overflows = new AtomicInteger();
        Kept kept = new Kept(BEGIN, overflows::incrementAndGet);
        byte[] piece = new byte[1 << 20];
        for (int i = 0; i < 80; i++) {
            kept.write(piece, 0, piece.length);
        }
        assertTrue(kept.overflowed());
        assertEquals(1, overflows.get());
    }
}
