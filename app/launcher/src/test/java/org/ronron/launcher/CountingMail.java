package org.ronron.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.ronron.api.Action;
import org.ronron.api.Json;
import org.ronron.practice.mail.RealMail;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.testkit.conformance.Counting;

/** A mail server behind a proxy that counts connections; its Maildir counts the mails. */
final class CountingMail implements Counting {
    private final RealMail mail;
    private final Executor threads;
    private final AtomicInteger connections = new AtomicInteger();
    private final ServerSocket listening =
            new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));

    CountingMail(Executor threads) throws IOException, MissingProgramException {
        this.threads = threads;
        this.mail = RealMail.start(Programs.ofThisMachine());
        threads.execute(
                () -> {
                    while (!listening.isClosed()) {
                        accept();
                    }
                });
    }

    private void accept() {
        try {
            Socket one = listening.accept();
            connections.incrementAndGet();
            Socket onward = new Socket(InetAddress.ofLiteral(mail.host()), mail.port());
            threads.execute(() -> pass(one, onward));
            threads.execute(() -> pass(onward, one));
        } catch (IOException closed) {
            // the proof is over
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException gone) {
            // one of the two has ended
        }
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "host", "127.0.0.1",
                "port", Integer.toString(listening.getLocalPort()),
                "tls", "none",
                "from", "espaces@collectif.example");
    }

    @Override
    public Optional<Map<String, String>> beside() {
        return Optional.empty();
    }

    @Override
    public List<Action> samples(String endpointId) {
        Json.Obj arguments =
                Json.obj()
                        .with("to", "camille@association.example")
                        .with("person", "Camille")
                        .with("template", "space.ready")
                        .with("name", "les-potagers")
                        .with("address", "les-potagers.example")
                        .with("organisation", "Les Potagers")
                        .with("text", "camille")
                        .with("mark", "q1w2e3");
        Json.Obj notice = Json.obj().with("id", "n1").with("title", "x").with("text", "y");
        return List.of(
                new Action(endpointId, "mail.send", arguments),
                new Action(endpointId, "notice.send", notice));
    }

    @Override
    public Optional<Action> one(String endpointId) {
        return Optional.of(samples(endpointId).getFirst());
    }

    @Override
    public boolean countsLibraries() {
        return true;
    }

    @Override
    public List<String> changes(Predicate<String> reads) {
        try {
            return mail.mails().stream().map(m -> m.header("Message-ID")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int calls() {
        return connections.get();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            mail.close();
        }
    }
}
