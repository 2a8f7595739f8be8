package org.ronron.practice.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Optional;
import org.ronron.practice.process.Launch;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Ports;
import org.ronron.practice.process.Programs;
import org.ronron.practice.process.Running;

/**
 * This machine's own OpenSSH server, with a configuration, a host key and a user's key of its own;
 * nothing of the machine's SSH set-up is read or touched. It lets in the user who runs this
 * program, by the key only.
 */
public final class RealSshd implements SshServer {
    private static final Duration READY = Duration.ofSeconds(20);
    private static final String LISTENS = "Server listening on ";
    private final Programs programs;
    private final Path folder;
    private final Endpoint at;
    private final SshdProgram program;
    private KeyPair hostKey;
    private Running running;

    private record Endpoint(String address, int port, Optional<String> machine) {}

    private RealSshd(
            Programs programs,
            Path folder,
            Endpoint at,
            SshdProgram program,
            KeyPair hostKey,
            Running running) {
        this.programs = programs;
        this.folder = folder;
        this.at = at;
        this.program = program;
        this.hostKey = hostKey;
        this.running = running;
    }

    /**
     * Starts it and waits until it listens.
     *
     * @param folder for its keys, configuration and log; empty, and removed by the caller
     * @param address of loopback, {@code 127.0.0.1}
     * @param machine the host name that commands see there; empty is this machine's own
     * @throws MissingProgramException when OpenSSH's server is not installed
     * @throws IOException when it does not start; the message holds the end of its log
     */
    public static RealSshd start(
            Programs programs, Path folder, String address, Optional<String> machine)
            throws IOException, MissingProgramException {
        SshdProgram program = SshdProgram.find(programs);
        SshKeys.write(SshKeys.make(), folder.resolve("user_key"));
        KeyPair hostKey = SshKeys.make();
        Endpoint at = new Endpoint(address, Ports.free(), machine);
        Running running = run(programs, folder, at, program, hostKey);
        return new RealSshd(programs, folder, at, program, hostKey, running);
    }

    private static Running run(
            Programs programs, Path folder, Endpoint at, SshdProgram program, KeyPair hostKey)
            throws IOException {
        SshKeys.write(hostKey, folder.resolve("host_key"));
        MachineName name = new MachineName(programs, folder, at.machine());
        Path home = Files.createDirectories(folder.resolve("home"));
        String text = program.configuration(folder, at.address(), at.port(), name.variables(home));
        Path config = Files.writeString(folder.resolve("sshd.conf"), text);
        String[] command =
                name.wrap(program.path().toString(), "-D", "-e", "-f", config.toString());
        Path log = folder.resolve("sshd.log");
        long before = Files.exists(log) ? Files.readString(log).split(LISTENS, -1).length - 1 : 0;
        Running running = Running.start(Launch.of("sshd", folder, command));
        try {
            // Not by connecting: whom sshd forks for it holds the port for a while after its end.
            return running.await(READY, () -> running.said(LISTENS) > before);
        } catch (IOException failed) {
            running.close();
            throw failed;
        }
    }

    /**
     * The same server with another host key, as after a reinstallation or with a stranger in
     * between.
     */
    public void changeHostKey() throws IOException {
        running.close();
        hostKey = SshKeys.make();
        running = run(programs, folder, at, program, hostKey);
    }

    /** Ends it as a power cut would, with the connections that are open. */
    public void kill() throws IOException {
        running.kill();
    }

    @Override
    public String software() {
        return program.software();
    }

    @Override
    public String host() {
        return at.address();
    }

    @Override
    public int port() {
        return at.port();
    }

    @Override
    public String user() {
        return System.getProperty("user.name");
    }

    @Override
    public Path keyFile() {
        return folder.resolve("user_key");
    }

    @Override
    public String fingerprint() {
        return SshKeys.fingerprint(hostKey);
    }

    @Override
    public void close() {
        running.close();
    }
}
