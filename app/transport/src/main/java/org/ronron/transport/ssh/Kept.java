package org.ronron.transport.ssh;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One stream of a command's output from the begin mark on: its first and its last 256 KiB. Written
 * by one thread; read by another once the channel is closed.
 */
final class Kept extends OutputStream {
    static final int HEAD = 256 * 1024;
    static final int TAIL = 256 * 1024;

    /** So much in all, noise included, and the command is stopped. */
    static final long STOP = 64L * 1024 * 1024;

    private final byte[] begin;
    private final Runnable overflow;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private byte[] ring = new byte[0];
    private int matched;
    private long kept;
    private long all;

    /**
     * @param overflow called once, when {@link #STOP} is reached
     */
    Kept(String begin, Runnable overflow) {
        this.begin = begin.getBytes(StandardCharsets.US_ASCII);
        this.overflow = overflow;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        boolean before = all < STOP;
        all += length;
        if (all >= STOP) {
            if (before) {
                overflow.run();
            }
            return;
        }
        int start = skipNoise(bytes, from, from + length);
        keep(bytes, start, from + length - start);
    }

    /** Its first character is nowhere else in a mark, so a failed match needs no going back. */
    private int skipNoise(byte[] bytes, int from, int to) {
        int i = from;
        while (matched < begin.length && i < to) {
            byte b = bytes[i++];
            if (b == begin[matched]) {
                matched++;
            } else {
                matched = b == begin[0] ? 1 : 0;
            }
        }
        return i;
    }

    private void keep(byte[] bytes, int from, int length) {
        int first = Math.min(length, HEAD - head.size());
        head.write(bytes, from, first);
        for (int i = from + first; i < from + length; i++) {
            if (ring.length == 0) {
                ring = new byte[TAIL];
            }
            ring[(int) ((kept + i - from - HEAD) % TAIL)] = bytes[i];
        }
        kept += length;
    }

    /** Whether the script began at all. */
    synchronized boolean begun() {
        return matched == begin.length;
    }

    synchronized boolean overflowed() {
        return all >= STOP;
    }

    /** What is kept, and whether something in the middle is not. */
    synchronized Part part() {
        byte[] first = head.toByteArray();
        long after = kept - first.length;
        if (after <= 0) {
            return new Part(first, new byte[0], false);
        }
        if (after <= TAIL) {
            return new Part(first, Arrays.copyOf(ring, (int) after), false);
        }
        int oldest = (int) (after % TAIL);
        byte[] last = new byte[TAIL];
        System.arraycopy(ring, oldest, last, 0, TAIL - oldest);
        System.arraycopy(ring, 0, last, TAIL - oldest, oldest);
        return new Part(first, last, true);
    }

    /**
     * @param cut true: something between first and last was not kept
     */
    record Part(byte[] first, byte[] last, boolean cut) {
        /** The text; where something is left out, a line with an ellipsis stands for it. */
        String text() {
            if (cut) {
                return new String(first, StandardCharsets.UTF_8)
                        + "\n…\n"
                        + new String(last, StandardCharsets.UTF_8);
            }
            byte[] whole = Arrays.copyOf(first, first.length + last.length);
            System.arraycopy(last, 0, whole, first.length, last.length);
            return new String(whole, StandardCharsets.UTF_8);
        }
    }
}
