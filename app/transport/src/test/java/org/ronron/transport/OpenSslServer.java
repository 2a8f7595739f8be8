package org.ronron.transport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.tls.HeldCertificate;

/** OpenSSL's own server, on a port that was free. */
record OpenSslServer(Process process) implements AutoCloseable {
    static OpenSslServer with(Path folder, int port, HeldCertificate first, HeldCertificate second)
            throws IOException {
        return start(
                port,
                List.of(
                        "-cert", pem(folder, "1.crt", first.certificatePem()),
                        "-key", pem(folder, "1.key", first.privateKeyPkcs8Pem()),
                        "-dcert", pem(folder, "2.crt", second.certificatePem()),
                        "-dkey", pem(folder, "2.key", second.privateKeyPkcs8Pem())));
    }

    static OpenSslServer old(Path folder, int port, HeldCertificate held, List<String> more)
            throws IOException {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "-cert", pem(folder, "o.crt", held.certificatePem()),
                                "-key", pem(folder, "o.key", held.privateKeyPkcs8Pem())));
        arguments.addAll(more);
        return start(port, arguments);
    }

    private static String pem(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static OpenSslServer start(int port, List<String> arguments) throws IOException {
        List<String> all =
                new ArrayList<>(List.of("s_server", "-www", "-accept", "127.0.0.1:" + port));
        all.addAll(arguments);
        Process process = OpenSsl.start(all.toArray(String[]::new));
        BufferedReader said =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.equals("ACCEPT")) {
                Thread.ofVirtual().start(() -> drain(said));
                return new OpenSslServer(process);
            }
        }
        throw new IOException("s_server ended");
    }

    /** So that it never waits for somebody to read what it says. */
    private static void drain(BufferedReader said) {
        try {
            said.transferTo(Writer.nullWriter());
        } catch (IOException ended) {
            // it was closed
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(10, TimeUnit.SECONDS);
    }
}
