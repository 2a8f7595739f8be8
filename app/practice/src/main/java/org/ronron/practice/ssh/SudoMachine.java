package org.ronron.practice.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ronron.practice.process.Launch;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Ports;
import org.ronron.practice.process.Programs;
import org.ronron.practice.process.Running;

/**
 * This machine's own OpenSSH and sudo with one ordinary account, {@code ronron}, and a podman of
 * root's, all in a mount namespace: nothing of the machine itself is changed. Needs root.
 */
public final class SudoMachine implements SshServer {
    private static final Duration READY = Duration.ofSeconds(20);
    private static final String USER = "ronron";

    /**
     * $1 is our folder, $2 sshd. The machine's programs are there under their own names, and podman
     * beside them; accounts and sudoers are the machine's with ours.
     */
    private static final String ENTER =
            """
            set -e
            mkdir -p "$1/real" "$1/bin" "$1/none"
            mount --bind /usr/bin "$1/real"
            ln -s "$1"/real/* "$1/bin/"
            rm -f "$1/bin/podman" "$1/bin/docker"
            cp "$1/podman" "$1/bin/podman"
            mount --bind "$1/bin" /usr/bin
            { cat /etc/passwd; echo "ronron:x:4242:4242::$1/home:/bin/sh"; } >"$1/passwd"
            { cat /etc/shadow; echo 'ronron:*:20000:0:99999:7:::'; } >"$1/shadow"
            chmod 600 "$1/shadow"
            chown 0:0 "$1/sudoers"
            chmod 440 "$1/sudoers"
            mount --bind "$1/passwd" /etc/passwd
            mount --bind "$1/shadow" /etc/shadow
            mount --bind "$1/sudoers" /etc/sudoers
            mount --bind "$1/none" /etc/sudoers.d
            exec "$2" -D -e -f "$1/sshd.conf"
            """;

    private static final String PODMAN =
            """
            #!/bin/sh
            echo "$(id -u) $*" >>'%s'
            echo '0123456789ab|root-nextcloud|docker.io/library/nextcloud|Up 3 hours'
            """;

    private final Path folder;
    private final int port;
    private final SshdProgram program;
    private final KeyPair hostKey;
    private final Running running;

    private SudoMachine(
            Path folder, int port, SshdProgram program, KeyPair hostKey, Running running) {
        this.folder = folder;
        this.port = port;
        this.program = program;
        this.hostKey = hostKey;
        this.running = running;
    }

    /**
     * @param folder empty, removed by the caller
     * @param sudoers lines of sudoers(5): all that the account may do
     * @throws MissingProgramException without sudo, OpenSSH or unshare, or as another than root
     */
    public static SudoMachine start(Programs programs, Path folder, List<String> sudoers)
            throws IOException, MissingProgramException {
        if (!"root".equals(System.getProperty("user.name"))) {
            throw new MissingProgramException("root", "run this as root");
        }
        programs.require("sudo", "apt install sudo");
        Path unshare = programs.require("unshare", "apt install util-linux");
        SshdProgram program = SshdProgram.find(programs);
        KeyPair hostKey = SshKeys.make();
        SshKeys.write(hostKey, folder.resolve("host_key"));
        SshKeys.write(SshKeys.make(), folder.resolve("user_key"));
        mode(folder, "rwxr-xr-x");
        mode(folder.resolve("user_key.pub"), "rw-r--r--");
        Path home = Files.createDirectories(folder.resolve("home"));
        mode(home, "rwxr-xr-x");
        int port = Ports.free();
        String config = program.configuration(folder, "127.0.0.1", port, Map.of("HOME", home + ""));
        Files.writeString(folder.resolve("sshd.conf"), config);
        Files.writeString(folder.resolve("sudoers"), String.join("\n", sudoers) + "\n");
        String podman = PODMAN.formatted(folder.resolve("asked"));
        mode(Files.writeString(folder.resolve("podman"), podman), "rwxr-xr-x");
        List<String> enter = List.of(unshare + "", "--mount", "--propagation", "private");
        List<String> inside = List.of("sh", "-c", ENTER, "sh", folder + "", program.path() + "");
        String[] command = Stream.concat(enter.stream(), inside.stream()).toArray(String[]::new);
        Running running = Running.start(Launch.of("sshd", folder, command));
        try {
            running.await(READY, () -> Ports.answers("127.0.0.1", port));
        } catch (IOException failed) {
            running.close();
            throw failed;
        }
        return new SudoMachine(folder, port, program, hostKey, running);
    }

    private static void mode(Path file, String mode) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    /** What podman was asked so far: by which user's number, and its arguments. */
    public List<String> asked() throws IOException {
        Path log = folder.resolve("asked");
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    @Override
    public String software() {
        return program.software();
    }

    @Override
    public String host() {
        return "127.0.0.1";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String user() {
        return USER;
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
