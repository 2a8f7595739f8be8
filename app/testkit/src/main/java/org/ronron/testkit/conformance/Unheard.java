package org.ronron.testkit.conformance;

import org.ronron.api.Progress;

/** Progress that nobody listens to, of a step that nobody stops. */
public final class Unheard implements Progress {
    @Override
    public void report(String phase, long done, long total) {}

    @Override
    public boolean cancelled() {
        return false;
    }
}
