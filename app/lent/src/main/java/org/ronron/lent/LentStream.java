package org.ronron.lent;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;
import org.ronron.api.ConnectorException;

/**
 * A WebSocket (RFC 6455) that is only listened to, over the host's sockets. Our own pings keep it
 * from the silence after which the host ends a connection, and show a line that is dead.
 */
public final class LentStream {
    /** Well below the shortest silence that is usual. */
    private static final Duration PING = Duration.ofSeconds(5);

    private final LentHttp http;

    public LentStream(LentHttp http) {
        this.http = http;
    }

    /** What is done once it is open. */
    public interface Opened {
        void now() throws ConnectorException;
    }

    /** What is done with one text. */
    public interface Heard {
        void take(String text) throws ConnectorException;
    }

    /**
     * Until the other side ends it; blocks all the while, and calls on this thread. The thread's
     * interrupt ends it, where the thread is a virtual one.
     *
     * @throws ConnectorException the stream's end, whatever it was but a clean one; or what was
     *     thrown by those that were called
     */
    public void listen(Request request, Opened opened, Heard heard) throws ConnectorException {
        AtomicReference<@Nullable ConnectorException> failed = new AtomicReference<>();
        WebSocketListener listener =
                new WebSocketListener() {
                    @Override
                    public void onOpen(WebSocket socket, Response response) {
                        ended(socket, opened);
                    }

                    @Override
                    public void onMessage(WebSocket socket, String text) {
                        ended(socket, () -> heard.take(text));
                    }

                    private void ended(WebSocket socket, Opened call) {
                        try {
                            call.now();
                        } catch (ConnectorException e) {
                            failed.compareAndSet(null, e);
                            socket.cancel();
                        }
                    }

                    @Override
                    public void onClosing(WebSocket socket, int code, String reason) {
                        socket.close(code == 1005 ? 1000 : code, null);
                    }

                    @Override
                    public void onFailure(
                            WebSocket socket, Throwable why, @Nullable Response response) {
                        failed.compareAndSet(null, http.broken(why, Optional.ofNullable(response)));
                    }
                };
        // its calls run where they are asked for: this returns when the stream has ended
        WebSocket socket =
                http.client()
                        .newBuilder()
                        .pingInterval(PING)
                        .build()
                        .newWebSocket(request, listener);
        socket.cancel();
        ConnectorException why = failed.get();
        if (why != null) {
            throw why;
        }
    }
}
