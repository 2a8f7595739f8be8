package org.ronron.ui.parts;

import java.time.Duration;
import javafx.animation.AnimationTimer;

/**
 * Work that may come a frame later than what asks for it: the frame under way is drawn first. What
 * is asked for again before then is done once, and never twice within a given time. FX thread only.
 */
public final class NextFrame extends AnimationTimer {
    private static final int LATER = 2;

    private final Runnable work;
    private final long apart;
    private int left;
    private long last;
    private boolean done;

    /**
     * @param apart at least so long from one time to the next
     */
    public NextFrame(Runnable work, Duration apart) {
        this.work = work;
        this.apart = apart.toNanos();
    }

    /** Asks for it. */
    public void request() {
        left = LATER;
        start();
    }

    /** It is not wanted any more. */
    public void forget() {
        left = 0;
        stop();
    }

    @Override
    public void handle(long now) {
        left--;
        if (left > 0 || (done && now - last < apart)) {
            return;
        }
        stop();
        done = true;
        last = now;
        work.run();
    }
}
