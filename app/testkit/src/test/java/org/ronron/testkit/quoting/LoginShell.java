package org.ronron.testkit.quoting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ronron.api.Session;
import org.ronron.api.Shell;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Trust;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.practice.process.TempFolder;
import org.ronron.practice.ssh.RealSshd;
import org.ronron.testkit.conformance.Lender;

/**
 * A real OpenSSH server whose account has this login shell and this interpreter. The server hands
 * the very command that was sent to the login shell by {@code -c}, as it does with the account's
 * own (a forced command in authorized_keys(5)); where it says {@code /bin/sh}, the login shell
 * finds the interpreter, called {@code sh}. Any other command than the one that we always send ends
 * with status 97. Each command leaves a line in a file.
 */
final class LoginShell implements AutoCloseable {
    private final TempFolder own = new TempFolder("quoting");
    private final Path folder = own.path();
    private final RealSshd sshd;
    private final Lender lender;
    private final Session session;

    /**
     * @param login the program of the login shell, with its first argument where one program is
     *     many
     * @param interpreter what stands in the place of {@code /bin/sh}: a shell, or BusyBox
     */
    LoginShell(List<String> login, Path interpreter) throws Exception {
        this.sshd = start(folder);
        this.lender = new Lender(Map.of(), InstantSource.system());
        Path sh = Files.createSymbolicLink(folder.resolve("sh"), interpreter);
        Path forced = folder.resolve("forced");
        Files.writeString(
                forced,
                """
                #!/bin/sh
                echo command >>%s
                [ "$SSH_ORIGINAL_COMMAND" = 'exec /bin/sh -s' ] || exit 97
                exec %s -c 'exec %s -s'
                """
                        .formatted(commands(), String.join(" ", login), sh));
        forced.toFile().setExecutable(true, true);
        Path allowed = folder.resolve("user_key.pub");
        Files.writeString(allowed, "command=\"" + forced + "\" " + Files.readString(allowed));
        trust();
        this.session =
                lender.open(
                        new BareShell(),
                        Map.of(
                                "host", sshd.host(),
                                "port", Integer.toString(sshd.port()),
                                "user", sshd.user(),
                                "keyFile", sshd.keyFile().toString()),
                        false,
                        Duration.ofMinutes(2));
    }

    private static RealSshd start(Path folder) throws IOException, MissingProgramException {
        return RealSshd.start(
                Programs.ofThisMachine(), folder, "127.0.0.1", Optional.<String>empty());
    }

    private void trust() throws StorageException {
        String address = "ssh://" + sshd.host() + ":" + sshd.port();
        lender.trust()
                .accept(
                        new Trust.TrustedKey(
                                address, "ssh-ed25519", sshd.fingerprint(), 1, "Camille"));
    }

    Shell shell() {
        return session.capability(BareShell.Lent.class).orElseThrow().shell();
    }

    private Path commands() {
        return folder.resolve("commands");
    }

    /** How many commands have come. */
    int commandsSeen() throws IOException {
        return Files.exists(commands()) ? Files.readAllLines(commands()).size() : 0;
    }

    /** Whether anybody has connected since it was started. */
    boolean untouched() throws IOException {
        Pattern somebody = Pattern.compile("(from|by|with) 127\\.0\\.0\\.1 port");
        return !somebody.matcher(Files.readString(folder.resolve("sshd.log"))).find()
                && commandsSeen() == 0;
    }

    @Override
    public void close() {
        session.close();
        lender.close();
        sshd.close();
        own.close();
    }
}
