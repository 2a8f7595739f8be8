package org.ronron.ui.parts;

import javafx.animation.AnimationTimer;

/**
 * Work that may come a frame later than what asks for it: the frame under way is drawn first. What
 * is asked for again before then is done once. FX thread only.
 */
public final class NextFrame extends AnimationTimer {
    private static final int LATER = 2;

    private final Runnable work;
    private int left;

    public NextFrame(Runnable work) {
        this.work = work;
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
        if (left <= 0) {
            stop();
            work.run();
        }
    }
}
