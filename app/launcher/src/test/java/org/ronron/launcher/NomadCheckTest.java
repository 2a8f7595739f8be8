package org.ronron.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.ronron.api.Connector;
import org.ronron.cli.CheckCommand;
import org.ronron.cli.Cli;
import org.ronron.cli.Console;
import org.ronron.cli.Exit;
import org.ronron.practice.nomad.NomadSimulator;
import org.ronron.practice.nomad.NomadSimulator.Trouble;
import org.ronron.practice.process.Ports;
import org.ronron.resources.Texts;
import org.ronron.testkit.conformance.HostileServer;
import org.ronron.testkit.conformance.Lender;
import picocli.CommandLine;

/** {@code check nomad} as one types it, in both languages, before every kind of bad answer. */
class NomadCheckTest {
    private static final String CANARY = "canary-token-of-nobody";
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Lender lender = new Lender(Map.of(), InstantSource.system());

    @AfterEach
    void stop() {
        lender.close();
        threads.shutdownNow();
    }

    private record Said(int exit, String text) {}

    private Said check(Locale locale, URI url, String token, int seconds) {
        List<Connector> connectors = new ArrayList<>();
        ServiceLoader.load(Connector.class).forEach(connectors::add);
        StringWriter out = new StringWriter();
        Texts texts = Texts.of(locale, connectors);
        Console console = new Console(new PrintWriter(out), new PrintWriter(out), texts);
        LiveChecks checks = new LiveChecks(connectors, lender.trust(), InstantSource.system());
        CommandLine line =
                new CommandLine(new CheckCommand(checks, console, name -> Optional.of(token)));
        Cli.prepare(line, console);
        int exit =
                line.execute(
                        "nomad",
                        "url=" + url,
                        "--secret",
                        "token=env:TOKEN",
                        "--timeout",
                        "" + seconds);
        return new Said(exit, out.toString());
    }

    /** In each language: one error, whole, with what to do, and nothing given away. */
    private void fails(URI url, String code, int seconds) {
        for (Locale locale : Texts.LANGUAGES) {
            Said said = check(locale, url, CANARY, seconds);
            assertEquals(Exit.FAULT, said.exit(), said.text());
            assertTrue(said.text().contains(code), said.text());
            assertFalse(said.text().contains(CANARY), said.text());
            assertFalse(said.text().matches("(?s).*[{}<].*"), said.text());
            assertTrue(said.text().strip().lines().count() >= 2, said.text());
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "CUSTOM")
    void aBadAnswerIsSaidInOneError(HostileServer.Answer answer) throws Exception {
        String code =
                switch (answer) {
                    case HTML -> "R-ANS-02";
                    case CUT -> "R-NET-04";
                    case ENDLESS -> "R-ANS-03";
                    case REDIRECT -> "R-ANS-04";
                    case SERVER_ERROR, ECHO -> "R-ANS-05";
                    default -> "R-ANS-01";
                };
        try (HostileServer server = new HostileServer(answer, threads)) {
            fails(server.url(), code, 15);
        }
    }

    @Test
    void aDeadPortAndOneThatStaysSilent() throws Exception {
        fails(URI.create("http://127.0.0.1:" + Ports.free()), "R-NET-01", 15);
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
            fails(URI.create("http://127.0.0.1:" + silent.getLocalPort()), "R-NET-02", 2);
        }
    }

    @Test
    void aTokenThatIsRefusedAndAnAnswerWithNothingInIt() throws Exception {
        try (NomadSimulator nomad = new NomadSimulator(threads, InstantSource.system())) {
            fails(nomad.url(), "R-AUTH-01", 15);
            for (Locale locale : Texts.LANGUAGES) {
                nomad.trouble("/v1/agent/members", Trouble.EMPTY);
                Said said = check(locale, nomad.url(), nomad.token("read"), 15);
                assertEquals(Exit.FAULT, said.exit(), said.text());
                assertTrue(said.text().contains("R-ANS-01"), said.text());
            }
        }
    }

    @Test
    void aGoodServerIsShown() throws Exception {
        try (NomadSimulator nomad = new NomadSimulator(threads, InstantSource.system())) {
            for (Locale locale : Texts.LANGUAGES) {
                Said said = check(locale, nomad.url(), nomad.token("read"), 15);
                assertEquals(Exit.OK, said.exit(), said.text());
                for (String part : List.of("onion", "dathomir", "2.0.5")) {
                    assertTrue(said.text().contains(part), said.text());
                }
            }
        }
    }
}
