package org.ronron.practice.borg;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ronron.api.Action;
import org.ronron.api.Backups;
import org.ronron.api.Json;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.practice.ssh.RealSshd;
import org.ronron.practice.ssh.SshServer;

/**
 * A machine of its own name behind this machine's OpenSSH, with Borg and borgmatic as they are
 * installed here: a folder to save, a repository beside it, and one on a second machine. All of it
 * lies in one folder. Both repositories hold one archive when it has started (some ten seconds).
 */
public final class RealBorg implements AutoCloseable {
    private static final String RANDOM = "random-1.bin";
    private final Path folder;
    private final RealSshd machine;
    private final RealSshd elsewhere;

    private RealBorg(Path folder, RealSshd machine, RealSshd elsewhere) {
        this.folder = folder;
        this.machine = machine;
        this.elsewhere = elsewhere;
    }

    /**
     * Starts it.
     *
     * @param folder empty, removed by the caller after {@link #close}
     * @param name the machine's host name
     * @param address of loopback, of the machine
     * @param other of loopback, of the machine that keeps the second repository
     * @throws MissingProgramException without Borg, borgmatic, or OpenSSH's server and client
     */
    public static RealBorg start(
            Programs programs, Path folder, String name, String address, String other)
            throws IOException, MissingProgramException {
        programs.require("borg", "apt install borgbackup");
        programs.require("borgmatic", "apt install borgmatic");
        programs.require("ssh", "apt install openssh-client");
        Path own = Files.createDirectories(folder.resolve("ssh"));
        Path far = Files.createDirectories(folder.resolve("elsewhere"));
        RealSshd machine = RealSshd.start(programs, own, address, Optional.of(name));
        RealSshd elsewhere;
        try {
            elsewhere = RealSshd.start(programs, far, other, Optional.of(name + "-copy"));
        } catch (IOException | MissingProgramException failed) {
            machine.close();
            throw failed;
        }
        RealBorg borg = new RealBorg(folder, machine, elsewhere);
        try {
            borg.furnish();
        } catch (IOException failed) {
            borg.close();
            throw failed;
        }
        return borg;
    }

    private void furnish() throws IOException {
        Path uploads = Files.createDirectories(source().resolve("www/uploads"));
        Files.writeString(source().resolve("www/index.html"), "<h1>Bonjour</h1>\n");
        Files.writeString(uploads.resolve("L'été de Zoë.txt"), "ünïcode\n");
        Files.createFile(uploads.resolve("empty"));
        Files.createSymbolicLink(uploads.resolve("latest"), Path.of("empty"));
        Files.createLink(uploads.resolve("same"), uploads.resolve("L'été de Zoë.txt"));
        secret("correct horse \"bättery\" $taple");
        trustElsewhere();
        Files.writeString(config(), configuration());
        on("head -c 3000000 /dev/urandom >\"$1\"", uploads.resolve(RANDOM) + "");
        on(borg("init -e repokey-blake2 \"$1\" 2>/dev/null"), beside());
        on(borg("init -e repokey-blake2 \"$1\" 2>/dev/null"), elsewhere());
        backUp();
    }

    /** The words of the configuration, as borgmatic 1.7 has them; later versions read them too. */
    private String configuration() {
        return """
        location:
            source_directories:
                - %s
            repositories:
                - %s
                - %s
        storage:
            encryption_passcommand: cat %s
            ssh_command: %s
            borg_base_directory: %s
            lock_wait: 5
        retention:
            keep_daily: 7
        consistency:
            checks:
                - name: repository
        """
                .formatted(
                        source(),
                        beside(),
                        elsewhere(),
                        passphraseFile(),
                        rsh(),
                        folder.resolve("base"));
    }

    private String rsh() {
        return "ssh -F /dev/null -i "
                + elsewhere.keyFile()
                + " -o IdentitiesOnly=yes -o BatchMode=yes -o UserKnownHostsFile="
                + folder.resolve("known_hosts")
                + " -o GlobalKnownHostsFile=/dev/null";
    }

    /** The key that the other machine has now is known from here on. */
    public void trustElsewhere() throws IOException {
        String key = Files.readString(folder.resolve("elsewhere/host_key.pub"));
        String[] word = key.split(" ", 3);
        String host = "[" + elsewhere.host() + "]:" + elsewhere.port();
        Files.writeString(
                folder.resolve("known_hosts"), host + " " + word[0] + " " + word[1] + "\n");
    }

    /** The machine that makes the backups. */
    public SshServer machine() {
        return machine;
    }

    /** Settings of a connection to it. */
    public Map<String, String> settings() {
        return Map.of(
                "host", machine.host(),
                "port", Integer.toString(machine.port()),
                "user", machine.user(),
                "keyFile", machine.keyFile().toString(),
                "config", config().toString());
    }

    public Path config() {
        return folder.resolve("borgmatic.yaml");
    }

    /** What is saved. */
    public Path source() {
        return folder.resolve("source");
    }

    /** The repository beside what it saves, by its path. */
    public String beside() {
        return folder.resolve("beside.borg").toString();
    }

    /** The repository on the other machine, by its address. */
    public String elsewhere() {
        String login = elsewhere.user() + "@" + elsewhere.host() + ":" + elsewhere.port();
        return "ssh://" + login + folder.resolve("elsewhere.borg");
    }

    /** Where something may be restored to; not there yet. */
    public Path destination(String name) {
        return folder.resolve("restored").resolve(name);
    }

    private Path passphraseFile() {
        return folder.resolve("passphrase");
    }

    /** One action of each verb, the first of them one that may be done. */
    public List<Action> samples(String endpointId) {
        Json.Obj arguments =
                Json.obj()
                        .with("key", beside())
                        .with("receipt", "sample")
                        .with("point", "www")
                        .with("destination", destination("sample").toString());
        return Stream.of(Backups.CHECK, Backups.RUN, Backups.RESTORE)
                .map(verb -> new Action(endpointId, verb, arguments))
                .toList();
    }

    /** Makes an archive in both repositories, as a timer would. */
    public void backUp() throws IOException {
        on("borgmatic -c \"$1\" --no-color --log-file /dev/null create 2>&1", config() + "");
    }

    /** Another passphrase than that of the repositories, or theirs again. */
    public void secret(String passphrase) throws IOException {
        Files.deleteIfExists(passphraseFile());
        Files.createFile(
                passphraseFile(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passphraseFile(), passphrase);
    }

    /** Nobody reaches the other machine any more. */
    public void loseElsewhere() throws IOException {
        elsewhere.kill();
    }

    /** The other machine shows another key, as after a new installation. */
    public void changeElsewhere() throws IOException {
        elsewhere.changeHostKey();
    }

    /** A Borg command line with the configuration's environment. */
    public String borg(String words) {
        return "BORG_BASE_DIR='%s' BORG_PASSCOMMAND='cat %s' BORG_RSH='%s' borg %s"
                .formatted(folder.resolve("base"), passphraseFile(), rsh(), words);
    }

    /**
     * Runs a command on the machine.
     *
     * @param words {@code $1}, {@code $2} of the command
     * @return what it printed
     * @throws IOException when it ends with anything but 0
     */
    public String on(String command, String... words) throws IOException {
        Process process = new ProcessBuilder(login(command, words)).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command + ":\n" + out + err);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return out;
    }

    /** The command line that runs this on the machine. */
    List<String> login(String command, String... words) {
        StringBuilder all = new StringBuilder("set --");
        for (String word : words) {
            all.append(" '").append(word.replace("'", "'\\''")).append("'");
        }
        List<String> line = new ArrayList<>(List.of("ssh", "-F", "/dev/null", "-T"));
        for (String option :
                List.of(
                        "IdentitiesOnly=yes",
                        "BatchMode=yes",
                        "LogLevel=ERROR",
                        "StrictHostKeyChecking=no",
                        "UserKnownHostsFile=/dev/null")) {
            line.addAll(List.of("-o", option));
        }
        line.addAll(List.of("-p", machine.port() + "", "-i", machine.keyFile() + ""));
        line.addAll(List.of(machine.user() + "@" + machine.host(), all + "; " + command));
        return line;
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        machine.close();
        elsewhere.close();
    }
}
