package org.ronron.transport.ssh;

import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What has arrived through a hose and was not read yet: never more than the channel's window, which
 * the SSH client holds the other side to.
 */
final class Inflow implements Hose.Mouth {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<byte[]> pieces = new ArrayDeque<>();
    private int used;
    private int held;
    private boolean ended;
    private boolean closed;

    @Override
    public void opened(Hose hose) {
        // it is read when somebody reads
    }

    @Override
    public void arrived(byte[] bytes, int from, int length) {
        lock.lock();
        try {
            pieces.add(Arrays.copyOfRange(bytes, from, from + length));
            held += length;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void ended() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean hasEnded() {
        lock.lock();
        try {
            return ended && held == 0;
        } finally {
            lock.unlock();
        }
    }

    /** Nobody reads any more: who waits is sent away, what came is forgotten. */
    void close() {
        lock.lock();
        try {
            closed = true;
            pieces.clear();
            held = 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    int available() {
        lock.lock();
        try {
            return held;
        } finally {
            lock.unlock();
        }
    }

    /**
     * As {@code InputStream.read}.
     *
     * @param silence how many milliseconds to wait for the first byte; 0 for as long as it takes
     */
    int take(byte[] into, int from, int length, int silence)
            throws SocketException, SocketTimeoutException, InterruptedIOException {
        if (length == 0) {
            return 0;
        }
        lock.lock();
        try {
            await(silence);
            if (held == 0) {
                return -1;
            }
            byte[] first = pieces.element();
            int taken = Math.min(length, first.length - used);
            System.arraycopy(first, used, into, from, taken);
            used += taken;
            held -= taken;
            if (used == first.length) {
                pieces.remove();
                used = 0;
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void await(int silence)
            throws SocketException, SocketTimeoutException, InterruptedIOException {
        long left = TimeUnit.MILLISECONDS.toNanos(silence);
        while (held == 0 && !ended && !closed) {
            try {
                if (silence == 0) {
                    changed.await();
                } else if (left <= 0) {
                    throw new SocketTimeoutException("Read timed out");
                } else {
                    left = changed.awaitNanos(left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            }
        }
        if (closed) {
            throw new SocketException("Socket closed");
        }
    }
}
