package org.ronron.plugin.haproxy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Connector;
import org.ronron.api.ErrorCode;
import org.ronron.practice.haproxy.RealHaproxy;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Ports;
import org.ronron.practice.process.Programs;
import org.ronron.practice.ssh.RealSshd;
import org.ronron.practice.ssh.SshServer;
import org.ronron.testkit.conformance.Lab;
import org.ronron.testkit.conformance.SshConformance;
import org.ronron.testkit.conformance.Subject;

class RealHaproxyConformanceTest extends SshConformance {
    private final RealHaproxy haproxy;

    RealHaproxyConformanceTest() throws IOException {
        try {
            haproxy = RealHaproxy.start(Programs.ofThisMachine(), "127.0.0.1:" + Ports.free());
        } catch (MissingProgramException missing) {
            throw Lab.missing(missing);
        }
    }

    @Override
    protected Connector connector() {
        return new HaproxyConnector();
    }

    @Override
    protected SshServer server(Path own) throws Exception {
        try {
            return RealSshd.start(Programs.ofThisMachine(), own, "127.0.0.1", Optional.of("haie"));
        } catch (MissingProgramException missing) {
            throw Lab.missing(missing);
        }
    }

    @Override
    protected Subject start() throws Exception {
        Subject machine = super.start();
        return new Subject() {
            @Override
            public Map<String, String> settings() {
                Map<String, String> all = new HashMap<>(haproxy.settings());
                all.putAll(machine.settings());
                return all;
            }

            @Override
            public Map<String, String> secrets() {
                return machine.secrets();
            }

            @Override
            public void close() {
                machine.close();
                haproxy.close();
            }
        };
    }

    @Override
    protected List<? extends ErrorCode> errors() {
        return List.of(HaproxyError.values());
    }

    @Override
    protected Map<String, String> further() {
        return haproxy.settings();
    }
}
