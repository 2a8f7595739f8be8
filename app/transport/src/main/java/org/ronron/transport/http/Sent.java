package org.ronron.transport.http;

import okhttp3.Call;
import okhttp3.EventListener;

/** Remembers of one call whether a byte of it may have left. */
final class Sent extends EventListener {
    private volatile boolean sent;

    boolean sent() {
        return sent;
    }

    @Override
    public void requestHeadersStart(Call call) {
        sent = true;
    }
}
