package org.ronron.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.ErrorCode;
import org.ronron.api.Fault;
import org.ronron.api.Shell;

/** What the tests against a real OpenSSH server share. */
abstract class RealShells {
    static final Duration TIME = Duration.ofSeconds(30);
    static final String HOSTILE =
            "'; touch /nowhere; $(id) `id` \"x\" \\ \n\t-rf --help é漢🐱 \u202e\u0001 * ~ & | > #";

    @TempDir Path folder;
    final Lent lent = lent();

    /** What every test begins with. */
    Lent lent() {
        return new Lent();
    }

    @BeforeAll
    static void needed() {
        RealSshd.needed();
    }

    @AfterEach
    void close() {
        lent.close();
    }

    static Shell.Script reading(String text) {
        return new Shell.Script("facts", true, text);
    }

    Shell shell(RealSshd sshd) throws ConnectorException {
        return lent.host(false, TIME, sshd.settings()).shell();
    }

    /** A shell on a machine whose key is accepted. */
    Shell trusted(RealSshd sshd) throws ConnectorException {
        Shell shell = shell(sshd);
        lent.trust.accept(
                refused(CommonError.TRUST_UNKNOWN, () -> shell.run(reading(":"), List.of(), TIME)));
        return shell;
    }

    static Fault refused(ErrorCode code, Running call) {
        ConnectorException e = assertThrows(ConnectorException.class, call::run);
        assertEquals(code, e.fault().code(), e.getMessage());
        assertEquals(Lent.NAME, e.fault().endpoint());
        assertFalse(e.fault().toString().contains("Exception"), e.getMessage());
        return e.fault();
    }

    interface Running {
        void run() throws ConnectorException;
    }

    String fingerprint(RealSshd sshd) throws Exception {
        Process shown =
                new ProcessBuilder("ssh-keygen", "-l", "-f", sshd.file("host.pub").toString())
                        .start();
        return new String(shown.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .split(" ")[1];
    }
}
