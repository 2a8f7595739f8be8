package org.ronron.plugin.linux;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Connector;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.practice.ssh.RealSshd;
import org.ronron.practice.ssh.SshServer;
import org.ronron.testkit.conformance.Lab;
import org.ronron.testkit.conformance.SshConformance;

class RealSshdConformanceTest extends SshConformance {
    RealSshdConformanceTest() throws IOException {}

    @Override
    protected Connector connector() {
        return new LinuxConnector();
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
    protected Map<String, String> further() {
        return Map.of("configFile", "/etc/passwd", "configKey", "root", "sudo", "named");
    }
}
