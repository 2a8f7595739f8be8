package org.ronron.plugin.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * A mail server of a few lines (RFC 5321) that answers one command otherwise than a good one: what
 * a real one cannot be made to do. The answer {@code cut} drops the connection.
 */
final class StandIn implements AutoCloseable {
    private static final Map<String, String> GOOD =
            Map.of(
                    "GREETING", "220 mx.example ESMTP Stand-in",
                    "EHLO", "250-mx.example\r\n250 AUTH PLAIN",
                    "AUTH", "235 welcome",
                    "MAIL", "250 ok",
                    "RCPT", "250 ok",
                    "DATA", "354 go on",
                    ".", "250 taken",
                    "QUIT", "221 bye");

    private final ServerSocket listening =
            new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final String command;
    private final String answer;

    StandIn(String command, String answer) throws IOException {
        this.command = command;
        this.answer = answer;
        threads.execute(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** The commands that came, and {@code .} for each mail. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    private void accept() {
        try {
            while (!listening.isClosed()) {
                Socket one = listening.accept();
                threads.execute(() -> serve(one));
            }
        } catch (IOException | RejectedExecutionException closed) {
            // the test is over
        }
    }

    private void serve(Socket one) {
        try (Socket open = one) {
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(open.getInputStream(), StandardCharsets.UTF_8));
            boolean more = said(open, "GREETING");
            while (more) {
                String line = in.readLine();
                if (line == null) {
                    return;
                }
                String word = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
                heard.add(word);
                more = said(open, word);
                if (word.equals("DATA") && more && !command.equals("DATA")) {
                    for (String body = in.readLine(); !".".equals(body); body = in.readLine()) {
                        if (body == null) {
                            return;
                        }
                    }
                    heard.add(".");
                    more = said(open, ".");
                }
            }
        } catch (IOException gone) {
            // the other side has ended
        }
    }

    private boolean said(Socket to, String word) throws IOException {
        String says = word.equals(command) ? answer : GOOD.getOrDefault(word, "502 unknown");
        if (says.equals("cut")) {
            return false;
        }
        to.getOutputStream().write((says + "\r\n").getBytes(StandardCharsets.UTF_8));
        return !word.equals("QUIT");
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}
