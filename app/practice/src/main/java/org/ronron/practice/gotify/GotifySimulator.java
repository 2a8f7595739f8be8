package org.ronron.practice.gotify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.ronron.api.Json;
import org.ronron.core.json.JsonText;

/**
 * Stands in for Gotify, and is none: on 127.0.0.1 it answers what Ronron asks as the published
 * description of Gotify's API 3 and captures of a real 3.0.0 say, its traps included (the same body
 * twice is two messages, an application's token that reads gets 401, a stream replays nothing). It
 * knows one user, one application, and the tokens below. What it does not do: passwords, making
 * tokens, deleting. Safe from any thread.
 */
public final class GotifySimulator implements AutoCloseable {
    /** What it says its version is. */
    public static final String VERSION = "3.0.0";

    static final String APP = "gtfya.practiceA0123456789012345678901234567890123";
    static final String CLIENT = "gtfyc.practiceC0123456789012345678901234567890123";

    private final ServerSocket listening =
            new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    private final Executor threads;
    private final GotifyAnswers answers;
    private final List<GotifyStream> streams = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    public GotifySimulator(Executor threads, InstantSource clock) throws IOException {
        this.threads = threads;
        this.answers = new GotifyAnswers(clock);
        threads.execute(this::accept);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    /** By which is sent. */
    public String appToken() {
        return APP;
    }

    /** By which is read. */
    public String clientToken() {
        return CLIENT;
    }

    /** Somebody else sends something, by the application's name. */
    public void arrives(String title, String text, int priority) throws IOException {
        Json.Obj body =
                Json.obj().with("title", title).with("message", text).with("priority", priority);
        push(answers.store(body));
    }

    /** What was sent, oldest first. */
    public List<Json.Obj> messages() {
        return answers.messages();
    }

    /** Streams that are open. */
    public int streams() {
        return streams.size();
    }

    /** Every open stream is cut. */
    public void cut() throws IOException {
        for (GotifyStream stream : streams) {
            stream.cut();
        }
    }

    private void accept() {
        try {
            while (!listening.isClosed()) {
                Socket one = listening.accept();
                open.add(one);
                threads.execute(() -> serve(one));
            }
        } catch (IOException | RejectedExecutionException closed) {
            // it is over
        }
    }

    private void serve(Socket one) {
        try (Socket socket = one) {
            GotifyCall call = GotifyCall.read(socket.getInputStream());
            boolean upgrade = call.header("upgrade").equalsIgnoreCase("websocket");
            if (call.path().equals("/stream") && upgrade && call.token().equals(CLIENT)) {
                stream(socket, call.header("sec-websocket-key"));
                return;
            }
            GotifyAnswers.Answer answer = answers.to(call);
            byte[] body = JsonText.write(answer.body()).getBytes(StandardCharsets.UTF_8);
            String head =
                    "HTTP/1.1 %d -\r\nContent-Type: application/json\r\nContent-Length: %d\r\n"
                            + "Connection: close\r\n\r\n";
            socket.getOutputStream()
                    .write(
                            head.formatted(answer.status(), body.length)
                                    .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            if (answer.made()) {
                push(answer.body());
            }
        } catch (IOException gone) {
            // the other side has ended
        } finally {
            open.remove(one);
        }
    }

    private void stream(Socket socket, String key) throws IOException {
        GotifyStream stream = new GotifyStream(socket);
        stream.open(key);
        streams.add(stream);
        try {
            stream.serve(socket.getInputStream());
        } finally {
            streams.remove(stream);
        }
    }

    private void push(Json message) throws IOException {
        for (GotifyStream stream : streams) {
            stream.text(JsonText.write(message));
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
