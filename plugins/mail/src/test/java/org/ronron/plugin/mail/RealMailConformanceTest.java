package org.ronron.plugin.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.ronron.api.Connector;
import org.ronron.api.ErrorCode;
import org.ronron.api.Notices;
import org.ronron.practice.mail.RealMail;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Ports;
import org.ronron.practice.process.Programs;
import org.ronron.testkit.conformance.ConnectorConformance;
import org.ronron.testkit.conformance.Lab;
import org.ronron.testkit.conformance.Subject;

class RealMailConformanceTest extends ConnectorConformance {
    @Nullable private ServerSocket silent;

    @Override
    protected Connector connector() {
        return new MailConnector();
    }

    @Override
    protected Subject start() throws Exception {
        RealMail mail;
        try {
            mail = RealMail.start(Programs.ofThisMachine());
        } catch (MissingProgramException missing) {
            throw Lab.missing(missing);
        }
        return new Subject() {
            @Override
            public Map<String, String> settings() {
                return Map.of(
                        "host",
                        mail.host(),
                        "port",
                        Integer.toString(mail.port()),
                        "tls",
                        "none",
                        "from",
                        "espaces@collectif.example");
            }

            @Override
            public Map<String, String> secrets() {
                return Map.of();
            }

            @Override
            public void close() {
                mail.close();
            }
        };
    }

    /** The verb of notices has its name in their contract. */
    @Override
    protected Set<String> furtherTexts() {
        return Set.of("action." + Notices.SEND);
    }

    @Override
    protected boolean tellsOfMachines() {
        return false;
    }

    @Override
    protected List<? extends ErrorCode> errors() {
        return List.of(MailError.values());
    }

    @Override
    protected Map<String, String> deadPort(Map<String, String> good) throws IOException {
        return with(good, "port", Integer.toString(Ports.free()));
    }

    /** Which is not this computer, so that it has to be asked for TLS. */
    @Override
    protected Map<String, String> unknownHost(Map<String, String> good) {
        return with(with(good, "host", "nobody.invalid"), "tls", "starttls");
    }

    @Override
    protected Map<String, String> silentPort(Map<String, String> good) throws IOException {
        ServerSocket quiet = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        silent = quiet;
        return with(good, "port", Integer.toString(quiet.getLocalPort()));
    }

    @AfterAll
    void closeSilent() throws IOException {
        if (silent != null) {
            silent.close();
        }
    }

    private static Map<String, String> with(Map<String, String> good, String key, String value) {
        Map<String, String> changed = new HashMap<>(good);
        changed.put(key, value);
        return changed;
    }
}
