package org.ronron.plugin.nextcloud;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.api.Action;
import org.ronron.api.Connector;
import org.ronron.api.ErrorCode;
import org.ronron.practice.nextcloud.FarmSamples;
import org.ronron.practice.ssh.Behaviour;
import org.ronron.practice.ssh.MinaSshd;
import org.ronron.practice.ssh.SshServer;
import org.ronron.testkit.conformance.SshConformance;

class MinaSshdConformanceTest extends SshConformance {
    @TempDir static Path folder;

    MinaSshdConformanceTest() throws IOException {}

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
        return MinaSshd.start(own, "127.0.0.1", new Behaviour.RunsHere(Map.of()));
    }

    @Override
    protected List<Action> samples(String endpointId) {
        return FarmSamples.of(endpointId);
    }

    @Override
    protected Map<String, String> further() {
        return RealSshdConformanceTest.farm(folder);
    }

    @Override
    protected Set<String> furtherTexts() {
        return RealSshdConformanceTest.namedByScripts();
    }
}
