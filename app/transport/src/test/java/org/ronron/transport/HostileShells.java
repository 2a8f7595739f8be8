package org.ronron.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.ErrorCode;
import org.ronron.api.Fault;
import org.ronron.api.Shell;

/** What the tests against hostile SSH servers share. */
abstract class HostileShells {
    static final Duration TIME = Duration.ofSeconds(20);
    static final Duration SHORT = Duration.ofSeconds(1);
    static final Shell.Script READ = new Shell.Script("facts", true, "echo geheimes-skript");
    static final Shell.Script WRITE = new Shell.Script("mend", false, "echo geheim");

    final Lent lent = new Lent();

    HostileShells() {
        lent.secrets.put("armoire/password", MinaServer.PASSWORD.toCharArray());
    }

    @AfterEach
    void close() {
        lent.close();
    }

    Shell shell(Map<String, String> settings, Duration timeout) throws ConnectorException {
        return lent.host(true, timeout, settings, "password").shell();
    }

    Shell trusted(MinaServer server) throws ConnectorException {
        Shell shell = shell(server.settings(), TIME);
        lent.trust.accept(fails(CommonError.TRUST_UNKNOWN, () -> shell.run(READ, List.of(), TIME)));
        assertEquals(0, server.logins(), "no password before the key is trusted");
        return shell;
    }

    static Fault fails(ErrorCode code, Running call) {
        long start = System.nanoTime();
        ConnectorException e = assertThrows(ConnectorException.class, call::run);
        assertTrue(System.nanoTime() - start < TIME.toNanos());
        assertEquals(code, e.fault().code(), e.getMessage());
        assertEquals(Lent.NAME, e.fault().endpoint());
        StringWriter log = new StringWriter();
        e.printStackTrace(new PrintWriter(log, true));
        for (String forbidden : List.of(MinaServer.PASSWORD, "geheim", "jeton", "<b>")) {
            assertFalse(log.toString().contains(forbidden), log.toString());
        }
        for (String forbidden : List.of("Exception", "sshd", "\n")) {
            assertFalse(e.fault().toString().contains(forbidden), e.getMessage());
        }
        return e.fault();
    }

    interface Running {
        void run() throws ConnectorException;
    }

    /** Answers as {@code /bin/sh} would, with this output. */
    static MinaServer.Behaviour saying(String text) {
        return exec -> {
            String mark = MinaServer.Exec.mark(exec.script());
            exec.print(mark + "(" + text + mark + ")");
            exec.exit().onExit(0);
        };
    }
}
