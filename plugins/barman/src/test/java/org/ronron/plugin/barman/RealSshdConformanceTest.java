package org.ronron.plugin.barman;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.ronron.api.Action;
import org.ronron.api.Connector;
import org.ronron.api.ErrorCode;
import org.ronron.practice.barman.RealBarman;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.practice.ssh.RealSshd;
import org.ronron.practice.ssh.SshServer;
import org.ronron.testkit.conformance.Lab;
import org.ronron.testkit.conformance.SshConformance;

class RealSshdConformanceTest extends SshConformance {
    private static RealBarman barman;

    RealSshdConformanceTest() throws IOException {}

    @BeforeAll
    static void startBarman() throws IOException {
        try {
            barman = RealBarman.start(Programs.ofThisMachine());
        } catch (MissingProgramException missing) {
            throw Lab.missing(missing);
        }
    }

    @AfterAll
    static void stopBarman() {
        if (barman != null) {
            barman.close();
        }
    }

    @Override
    protected Connector connector() {
        return new BarmanConnector();
    }

    @Override
    protected List<? extends ErrorCode> errors() {
        return List.of(BarmanError.values());
    }

    @Override
    protected SshServer server(Path own) throws Exception {
        try {
            Programs programs = Programs.ofThisMachine();
            return RealSshd.start(programs, own, "127.0.0.1", Optional.of("oignon"));
        } catch (MissingProgramException missing) {
            throw Lab.missing(missing);
        }
    }

    @Override
    protected Map<String, String> further() {
        return barman.settings();
    }

    @Override
    protected List<Action> samples(String endpointId) {
        try {
            return barman.samples(endpointId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The verbs are api's own words. */
    @Override
    protected Set<String> furtherTexts() {
        return Set.of("step.backup.run", "step.backup.check", "step.backup.restore");
    }
}
