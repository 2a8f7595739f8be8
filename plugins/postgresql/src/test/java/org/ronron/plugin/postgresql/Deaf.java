package org.ronron.plugin.postgresql;

import org.ronron.api.Progress;

/** Progress that nobody listens to. */
record Deaf() implements Progress {
    @Override
    public void report(String phase, long done, long total) {
        // nobody is there
    }

    @Override
    public boolean cancelled() {
        return false;
    }
}
