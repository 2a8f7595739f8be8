package org.ronron.plugin.nextcloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.api.Action;
import org.ronron.api.Connector;
import org.ronron.api.ErrorCode;
import org.ronron.practice.nextcloud.FarmSamples;
import org.ronron.practice.nextcloud.StandInFarm;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.practice.ssh.RealSshd;
import org.ronron.practice.ssh.SshServer;
import org.ronron.testkit.conformance.Lab;
import org.ronron.testkit.conformance.SshConformance;

class RealSshdConformanceTest extends SshConformance {
    @TempDir static Path folder;

    RealSshdConformanceTest() throws IOException {}

    @Override
    protected Connector connector() {
        return new NextcloudConnector();
    }

    @Override
    protected List<? extends ErrorCode> errors() {
        return List.of(NextcloudError.values());
    }

    @Override
    protected SshServer server(Path own) throws Exception {
        try {
            Programs programs = Programs.ofThisMachine();
            return RealSshd.start(programs, own, "127.0.0.1", Optional.of("courgette"));
        } catch (MissingProgramException missing) {
            throw Lab.missing(missing);
        }
    }

    @Override
    protected List<Action> samples(String endpointId) {
        return FarmSamples.of(endpointId);
    }

    @Override
    protected Map<String, String> further() {
        return farm(folder);
    }

    @Override
    protected Set<String> furtherTexts() {
        return namedByScripts();
    }

    /** Verbs stand in a table, kinds of findings and details of links in a script. */
    static Set<String> namedByScripts() {
        Set<String> keys = new TreeSet<>();
        Verb.ids().forEach(id -> keys.add("action." + id));
        for (String detail :
                List.of(
                        "version",
                        "maintenance",
                        "upgrade",
                        "url",
                        "refused",
                        "ran",
                        "took",
                        "new")) {
            keys.add("link." + detail);
        }
        return keys;
    }

    static Map<String, String> farm(Path folder) {
        StandInFarm farm = new StandInFarm(folder, "frama.example");
        try {
            return Files.exists(farm.code())
                    ? farm.settings()
                    : StandInFarm.make(folder, "frama.example").settings();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
