package org.ronron.plugin.borg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.api.Action;
import org.ronron.api.Connector;
import org.ronron.api.ErrorCode;
import org.ronron.practice.borg.RealBorg;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.practice.ssh.RealSshd;
import org.ronron.practice.ssh.SshServer;
import org.ronron.testkit.conformance.Lab;
import org.ronron.testkit.conformance.SshConformance;

class RealSshdConformanceTest extends SshConformance {
    @TempDir static Path folder;

    @org.jspecify.annotations.Nullable private static RealBorg started;

    RealSshdConformanceTest() throws IOException {}

    @BeforeAll
    static void begin() throws Exception {
        started = BorgRig.start(folder);
    }

    @AfterAll
    static void end() {
        if (started != null) {
            started.close();
        }
    }

    private static RealBorg borg() {
        if (started == null) {
            throw new IllegalStateException("not started");
        }
        return started;
    }

    @Override
    protected Connector connector() {
        return new BorgConnector();
    }

    @Override
    protected List<? extends ErrorCode> errors() {
        return List.of(BorgError.values());
    }

    @Override
    protected SshServer server(Path own) throws Exception {
        try {
            Programs programs = Programs.ofThisMachine();
            return RealSshd.start(programs, own, "127.0.0.1", Optional.of(BorgRig.MACHINE));
        } catch (MissingProgramException missing) {
            throw Lab.missing(missing);
        }
    }

    @Override
    protected List<Action> samples(String endpointId) {
        return borg().samples(endpointId);
    }

    @Override
    protected Map<String, String> further() {
        return Map.of("config", borg().config().toString());
    }

    /** Kinds of findings are told by a script, verbs are the room's. */
    @Override
    protected Set<String> furtherTexts() {
        Set<String> keys = new TreeSet<>();
        for (String kind : Kinds.all()) {
            keys.add("finding." + kind + ".what");
            keys.add("finding." + kind + ".remedy");
        }
        for (String verb : List.of("backup.run", "backup.check", "backup.restore")) {
            keys.add("step." + verb);
        }
        return keys;
    }
}
