package org.ronron.practice.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ronron.practice.process.Launch;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Ports;
import org.ronron.practice.process.Programs;
import org.ronron.practice.process.Running;
import org.ronron.practice.process.TempFolder;

/**
 * A real SMTP server (aiosmtpd, Debian's package) on a loopback port, which delivers nothing: all
 * that it takes is kept in a Maildir of a temporary folder. It asks for no login and speaks TLS
 * where that is asked for.
 */
public final class RealMail implements AutoCloseable {
    /** Debian's own Python: another one in {@code PATH} would not have Debian's packages. */
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    private static final Duration READY = Duration.ofSeconds(30);

    /** How its connections are encrypted, by a certificate of its own that nobody vouches for. */
    public enum Encryption {
        NONE,
        /** Asked for after the greeting; without it nothing is taken. */
        STARTTLS,
        FROM_THE_START
    }

    private final TempFolder folder;
    private final String software;
    private final int port;
    private final Running running;

    /**
     * A mail that was taken.
     *
     * @param headers by their names in small letters, unfolded, still encoded (RFC 2047)
     */
    public record Mail(Map<String, String> headers, String body) {
        public Mail {
            headers = Map.copyOf(headers);
        }

        /** A header's value; empty when it has none of this name. */
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    private RealMail(Programs programs, String software, Encryption encryption)
            throws IOException, MissingProgramException {
        this.software = software;
        this.folder = new TempFolder("mail");
        this.port = Ports.free();
        List<String> command =
                new ArrayList<>(
                        List.of(
                                PYTHON.toString(),
                                "-m",
                                "aiosmtpd",
                                "-n",
                                "-l",
                                "127.0.0.1:" + port));
        if (encryption != Encryption.NONE) {
            String option = encryption == Encryption.STARTTLS ? "--tls" : "--smtps";
            certify(programs);
            command.addAll(List.of(option + "cert", "cert.pem", option + "key", "key.pem"));
        }
        command.addAll(List.of("-c", "aiosmtpd.handlers.Mailbox", maildir().toString()));
        this.running =
                Running.start(Launch.of("aiosmtpd", folder.path(), command.toArray(String[]::new)));
        try {
            running.await(READY, () -> Ports.answers("127.0.0.1", port));
        } catch (IOException failed) {
            close();
            throw failed;
        }
    }

    /**
     * Starts it and waits until it listens.
     *
     * @throws MissingProgramException when aiosmtpd is not installed
     */
    public static RealMail start(Programs programs) throws IOException, MissingProgramException {
        return start(programs, Encryption.NONE);
    }

    /** The same, encrypted; that needs OpenSSL, for the certificate. */
    public static RealMail start(Programs programs, Encryption encryption)
            throws IOException, MissingProgramException {
        programs.require("python3", "apt install python3-aiosmtpd");
        String ask = "import aiosmtpd; print(aiosmtpd.__version__)";
        String said = Files.isExecutable(PYTHON) ? answer(PYTHON.toString(), "-c", ask) : "";
        if (!said.matches("[0-9.]+")) {
            throw new MissingProgramException("aiosmtpd", "apt install python3-aiosmtpd");
        }
        return new RealMail(programs, "aiosmtpd " + said, encryption);
    }

    private void certify(Programs programs) throws IOException, MissingProgramException {
        Path openssl = programs.require("openssl", "apt install openssl");
        String words =
                "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30"
                        + " -subj /CN=mail -addext subjectAltName=IP:127.0.0.1 -keyout key.pem"
                        + " -out cert.pem";
        List<String> command = new ArrayList<>(List.of(openssl.toString()));
        command.addAll(List.of(words.split(" ")));
        Process made =
                new ProcessBuilder(command)
                        .directory(folder.path().toFile())
                        .redirectErrorStream(true)
                        .start();
        made.getOutputStream().close();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!Files.exists(folder.path().resolve("cert.pem"))) {
            throw new IOException("openssl made no certificate: " + said);
        }
    }

    private static String answer(String... command) throws IOException {
        Process asked =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        asked.getOutputStream().close();
        byte[] said = asked.getInputStream().readAllBytes();
        return new String(said, StandardCharsets.UTF_8).strip();
    }

    /** What it is, as the tour prints it: {@code aiosmtpd 1.4.3}. */
    public String software() {
        return software;
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return port;
    }

    private Path maildir() {
        return folder.path().resolve("maildir");
    }

    /** How many mails it has taken. */
    public int count() throws IOException {
        return files().size();
    }

    /** All that it has taken; of those of one second, the order is not known. */
    public List<Mail> mails() throws IOException {
        List<Mail> mails = new ArrayList<>();
        for (Path file : files()) {
            mails.add(parsed(Files.readString(file, StandardCharsets.UTF_8)));
        }
        return List.copyOf(mails);
    }

    private List<Path> files() throws IOException {
        Path fresh = maildir().resolve("new");
        if (!Files.isDirectory(fresh)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(fresh)) {
            return all.sorted().toList();
        }
    }

    /** RFC 5322, 2.1 and 2.2.3. */
    private static Mail parsed(String text) {
        String[] parts = text.replace("\r\n", "\n").split("\n\n", 2);
        Map<String, String> headers = new TreeMap<>();
        for (String line : parts[0].replaceAll("\n[ \t]+", " ").split("\n", -1)) {
            String[] pair = line.split(":", 2);
            if (pair.length == 2) {
                headers.putIfAbsent(pair[0].toLowerCase(Locale.ROOT), pair[1].strip());
            }
        }
        return new Mail(headers, parts.length == 2 ? parts[1] : "");
    }

    @Override
    public void close() {
        running.close();
        folder.close();
    }
}
