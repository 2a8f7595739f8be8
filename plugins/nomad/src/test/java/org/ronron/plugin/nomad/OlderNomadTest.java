package org.ronron.plugin.nomad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.api.Inventory;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;
import org.ronron.api.Session;
import org.ronron.api.Watch;
import org.ronron.testkit.conformance.CannedServer;
import org.ronron.testkit.conformance.Lender;

/**
 * Versions that were read in their source and never run. Every answer here is written by hand: it
 * shows what the connector does with such an answer, not that a real one gives it.
 */
class OlderNomadTest {
    private static final String ID = "19b81299-9e32-cfb2-626e-a5b4741edc6a";

    /** 1.6.8: no Processors, the bare accessor of who drained. */
    private static final String NODE =
            """
            {"ID": "%s", "Name": "celeri", "Datacenter": "neptune", "NodePool": "default",
             "NodeClass": "", "Address": "10.0.0.5", "Version": "1.6.8", "Status": "ready",
             "SchedulingEligibility": "ineligible", "Drain": true, "CreateIndex": 20,
             "ModifyIndex": 31, "Drivers": {"docker": {"Healthy": true}},
             "LastDrain": {"AccessorID": "9aa95cdc-6a13-cac8-0290-1dce3b474acd",
               "Meta": {"ronron_op": "op7"}, "Status": "draining",
               "StartedAt": "2026-11-23T19:00:00Z", "UpdatedAt": "2026-11-23T19:00:00Z"},
             "NodeResources": {"Cpu": {"CpuShares": 5400, "TotalCpuCores": 2},
               "Memory": {"MemoryMB": 7846}, "Disk": {"DiskMB": 258019}},
             "ReservedResources": {"Cpu": {"CpuShares": 0}, "Memory": {"MemoryMB": 0},
               "Disk": {"DiskMB": 0}}}
            """
                    .formatted(ID);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private CannedServer server;

    @BeforeEach
    void start() throws IOException {
        server = new CannedServer("ACL support disabled");
    }

    @AfterEach
    void stop() {
        server.close();
        threads.shutdownNow();
    }

    private static String members(String build) {
        return "{\"Members\":[{\"Name\":\"s1.global\",\"Status\":\"alive\",\"Tags\":{\"build\":\""
                + build
                + "\",\"role\":\"nomad\"}}]}";
    }

    private Session open(Lender lender, String url) throws ConnectorException {
        return lender.open(new NomadConnector(), Map.of("url", url), false, Duration.ofSeconds(20));
    }

    @Test
    void theFirstThatIsReadIsRead() throws Exception {
        server.with("/v1/agent/members", members("1.6.8"));
        server.with("/v1/nodes", "[" + NODE + "]");
        server.with("/v1/node/" + ID, NODE);
        server.with("/v1/allocations", "[]");
        server.with("/v1/jobs", "[]");
        server.with("/v1/evaluations", "[]");
        server.with("/v1/status/leader", "\"10.0.0.1:4647\"");
        try (Lender lender = new Lender(Map.of(), InstantSource.system());
                Session session = open(lender, server.url().toString())) {
            Observation seen = session.capability(Inventory.class).orElseThrow().observe();
            assertEquals("1.6.8", seen.version());
            NodeFact celeri = seen.nodes().getFirst();
            assertEquals(7846L << 20, celeri.memory().orElseThrow());
            assertEquals("yes", celeri.labels().get("draining"));
            assertEquals("docker", celeri.labels().get("drivers"));
            assertTrue(seen.clusters().getFirst().busy());
        }
    }

    @Test
    void beforeThatNothingIsRead() throws Exception {
        server.with("/v1/agent/members", members("1.5.17"));
        try (Lender lender = new Lender(Map.of(), InstantSource.system());
                Session session = open(lender, server.url().toString())) {
            Fault fault =
                    assertThrows(
                                    ConnectorException.class,
                                    () ->
                                            session.capability(Inventory.class)
                                                    .orElseThrow()
                                                    .observe())
                            .fault();
            assertEquals(CommonError.WRONG_VERSION, fault.code());
            assertEquals("1.5.17", fault.details().get("version"));
        }
    }

    /** What 1.11.2 says to a stream: a status line that is none. Its version is named, not that. */
    @Test
    void aStreamThatIsNoHttpIsOfTheFaultyVersion() throws Exception {
        try (ServerSocket raw = new ServerSocket(0, 10, InetAddress.ofLiteral("127.0.0.1"));
                Lender lender = new Lender(Map.of(), InstantSource.system());
                Session session = open(lender, "http://127.0.0.1:" + raw.getLocalPort())) {
            threads.submit(
                    () -> {
                        while (!raw.isClosed()) {
                            answer(raw.accept());
                        }
                        return null;
                    });
            Fault fault =
                    assertThrows(
                                    ConnectorException.class,
                                    () ->
                                            session.capability(Watch.class)
                                                    .orElseThrow()
                                                    .watch(seen -> {}))
                            .fault();
            assertEquals(CommonError.WRONG_VERSION, fault.code());
            assertEquals("1.11.2", fault.details().get("version"));
            assertEquals("1.11.3", fault.details().get("supported"));
        }
    }

    private static void answer(Socket line) throws IOException {
        try (line;
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        line.getInputStream(), StandardCharsets.UTF_8))) {
            String first = String.valueOf(in.readLine());
            for (String head = in.readLine(); head != null && !head.isEmpty(); ) {
                head = in.readLine();
            }
            String body = first.contains("members") ? members("1.11.2") : "{}";
            String version = first.contains("event/stream") ? "HTTP/0.0" : "HTTP/1.1";
            line.getOutputStream()
                    .write(
                            (version
                                            + " 200 OK\r\nConnection: close\r\nContent-Length: "
                                            + body.length()
                                            + "\r\n\r\n"
                                            + body)
                                    .getBytes(StandardCharsets.UTF_8));
        }
    }
}
