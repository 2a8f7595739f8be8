package org.ronron.plugin.linux;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.ronron.api.Connector;
import org.ronron.practice.ssh.Behaviour;
import org.ronron.practice.ssh.MinaSshd;
import org.ronron.practice.ssh.SshServer;
import org.ronron.testkit.conformance.SshConformance;

class MinaSshdConformanceTest extends SshConformance {
    MinaSshdConformanceTest() throws IOException {}

    @Override
    protected Connector connector() {
        return new LinuxConnector();
    }

    @Override
    protected SshServer server(Path own) throws Exception {
        return MinaSshd.start(own, "127.0.0.1", new Behaviour.RunsHere(Map.of()));
    }

    @Override
    protected Map<String, String> further() {
        return Map.of("configFile", "/etc/passwd", "configKey", "root", "sudo", "named");
    }
}
