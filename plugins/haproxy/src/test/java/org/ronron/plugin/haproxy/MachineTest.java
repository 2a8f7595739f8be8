package org.ronron.plugin.haproxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronron.api.Action;
import org.ronron.api.Actions;
import org.ronron.api.Auth;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Fault;
import org.ronron.api.FindingFact;
import org.ronron.api.Host;
import org.ronron.api.Http;
import org.ronron.api.Inventory;
import org.ronron.api.Json;
import org.ronron.api.LinkFact.Health;
import org.ronron.api.Observation;
import org.ronron.api.Shell;
import org.ronron.testkit.conformance.Unheard;

/**
 * What the scripts' statuses and answers mean, those too that a test cannot bring about for real.
 */
class MachineTest {
    private static final Action ADD = Front.action("route.add", "a.example.org");

    @ParameterizedTest
    @CsvSource({
        "60, PROGRAM_MISSING",
        "61, SOCKET_MISSING",
        "62, SOCKET_DENIED",
        "63, SILENT",
        "64, MAP_UNKNOWN",
        "65, MAP_FILE",
        "66, LEADS_ELSEWHERE",
        "67, REFUSED",
        "68, BUSY",
        "69, SEVERAL",
        "70, CONFIG",
        "71, NOT_RELOADED"
    })
    void eachStatusHasItsError(int status, HaproxyError code) {
        for (String before : List.of("", "\n== changed\n", "\n== changed\n\n== restored\n")) {
            Shell.Answer answer =
                    new Shell.Answer(OptionalInt.of(status), before, "noise\nabout\n", false);
            Fault fault = refused(Map.of(), answer, ADD);
            assertEquals(code, fault.code());
            assertTrue(fault.details().containsValue("about"), fault::toString);
            boolean open = before.contains("changed") && !before.contains("restored");
            assertEquals(open ? Effect.UNKNOWN : Effect.NONE, fault.effect());
        }
    }

    @Test
    void withoutAnEndAChangeIsUnknown() {
        Shell.Answer half = new Shell.Answer(OptionalInt.empty(), "", "", false);
        Fault fault = refused(Map.of(), half, ADD);
        assertEquals(CommonError.CUT, fault.code());
        assertEquals(Effect.UNKNOWN, fault.effect());
    }

    @Test
    void whatSudoRefusesIsReadyToCopy() {
        Shell.Answer no = new Shell.Answer(OptionalInt.of(1), "", "sudo: a password", false);
        Action reload = new Action("e", "haproxy.reload", Json.obj());
        Fault fault = refused(Map.of(), no, reload);
        assertEquals(HaproxyError.SUDO, fault.code());
        assertEquals(
                "ronron ALL=(root) NOPASSWD: /usr/sbin/haproxy -c -f /etc/haproxy/haproxy.cfg",
                fault.details().get("line"));
    }

    @ParameterizedTest
    @CsvSource({
        "socket, /run/x;y",
        "socket, run",
        "map, /etc/a b",
        "map, ''",
        "front, 127.0.0.1",
        "front, 'EXEC:reboot'",
        "backend, a b",
        "config, '$(id)'",
        "master, 'x'"
    })
    void aSettingThatMeansSomethingElseIsRefused(String key, String value) {
        Shell.Answer none = new Shell.Answer(OptionalInt.of(0), "", "", false);
        Fault fault = refused(Map.of(key, value), none, ADD);
        assertEquals(CommonError.BAD_SETTING, fault.code());
        assertEquals(key, fault.details().get("setting"));
    }

    @Test
    void aMachineWithoutSocatSaysSo(@TempDir Path folder) throws Exception {
        for (String tool : List.of("head", "cut")) {
            Files.createSymbolicLink(folder.resolve(tool), Path.of("/usr/bin", tool));
        }
        ProcessBuilder builder =
                new ProcessBuilder("/bin/sh", "-s", "/s", "/m", "/c", "").redirectErrorStream(true);
        builder.environment().put("PATH", folder.toString());
        Process process = builder.start();
        String script = Machine.OBSERVE.text().replaceFirst("(?m)^PATH=.*$", "");
        try (OutputStream in = process.getOutputStream()) {
            in.write(script.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(60, process.waitFor());
        assertEquals("socat\n", said);
    }

    /** Another system, an old one, several processes, and garbage in place of the entries. */
    @Test
    void anAnswerIsReadOrRefused() throws Exception {
        String good =
                """
                == name
                haie
                == info
                Name: HAProxy
                Version: 2.0.9
                == findings
                several
                config-newer|config|/c
                invented|x|y
                == end
                """;
        assertEquals(CommonError.WRONG_VERSION, notRead(good));
        String newer = good.replace("2.0.9", "2.4.1");
        Observation seen = read(newer);
        assertEquals(
                List.of("several", "config-newer"),
                seen.findings().stream().map(FindingFact::kind).toList());
        assertEquals(CommonError.BAD_ANSWER, notRead(newer.replace("HAProxy", "nginx")));
        assertEquals(CommonError.BAD_ANSWER, notRead(newer.replace("haie", "<b>")));
        for (String bad : List.of("%%%", "QUJD", "H4sIAAAA")) {
            assertEquals(CommonError.BAD_ANSWER, notRead("== entries\n" + bad + "\n" + newer));
        }
    }

    @Test
    void aPageIsFineOnlyAsItShouldBe() {
        String installed = "HTTP/1.1 200 OK\n\n{\"installed\": true, \"maintenance\" : false}";
        assertEquals(Health.FINE, Page.of(installed, "/status.php").health());
        assertEquals(Health.FINE, Page.of("HTTP/1.0 200 OK\n\nhello", "/").health());
        String paused = installed.replace("false", "true");
        assertEquals(Health.OFF, Page.of(paused, "/status.php").health());
        for (String bad : List.of("", "hello", "HTTP/1.1 404 Not Found", "HTTP/1.1 302 Found")) {
            assertEquals(Health.WRONG, Page.of(bad, "/").health());
        }
    }

    private static org.ronron.api.ErrorCode notRead(String answer) {
        return assertThrows(ConnectorException.class, () -> read(answer)).fault().code();
    }

    private static Observation read(String answer) throws ConnectorException {
        Shell.Answer said = new Shell.Answer(OptionalInt.of(0), answer, "", false);
        return new HaproxyConnector()
                .open(new Canned(Map.of(), said))
                .capability(Inventory.class)
                .orElseThrow()
                .observe();
    }

    private static Fault refused(Map<String, String> more, Shell.Answer answer, Action action) {
        return assertThrows(
                        ConnectorException.class,
                        () ->
                                new HaproxyConnector()
                                        .open(new Canned(more, answer))
                                        .capability(Actions.class)
                                        .orElseThrow()
                                        .perform(action, new Unheard()))
                .fault();
    }

    /** A machine that answers this to what changes something, and well to what only looks. */
    private record Canned(Map<String, String> more, Shell.Answer answer) implements Host {
        private static final Map<String, String> GOOD =
                Map.of(
                        "host",
                        "h.example",
                        "port",
                        "22",
                        "user",
                        "camille",
                        "socket",
                        "/s",
                        "map",
                        "/m",
                        "front",
                        "h:80",
                        "backend",
                        "spaces",
                        "config",
                        "/c");

        @Override
        public String endpointId() {
            return "e";
        }

        @Override
        public String endpointName() {
            return "Le frontal";
        }

        @Override
        public Optional<String> setting(String key) {
            return Optional.ofNullable(more.getOrDefault(key, GOOD.get(key)));
        }

        @Override
        public boolean hasSecret(String key) {
            return false;
        }

        @Override
        public Http http(URI base, Auth auth) {
            throw new AssertionError("no HTTP");
        }

        @Override
        public Shell shell() {
            return (script, arguments, deadline) ->
                    script.name().equals("worker")
                            ? new Shell.Answer(
                                    OptionalInt.of(0), "== info\nPid: 7\n== end\n", "", false)
                            : answer;
        }

        @Override
        public boolean writable() {
            return true;
        }

        @Override
        public InstantSource clock() {
            return InstantSource.fixed(Instant.parse("2026-11-23T20:00:00Z"));
        }
    }

    @Test
    void theExactCallsAreTold() throws Exception {
        Shell.Answer none = new Shell.Answer(OptionalInt.of(0), "", "", false);
        Actions actions =
                new HaproxyConnector()
                        .open(new Canned(Map.of(), none))
                        .capability(Actions.class)
                        .orElseThrow();
        for (String verb : Arrays.asList("route.add", "route.remove", "haproxy.reload")) {
            Action bare = new Action("e", verb, Json.obj());
            assertTrue(actions.describe(bare).exactCall().contains("haproxy") || !verb.isEmpty());
        }
        String call = actions.describe(ADD).exactCall();
        assertTrue(call.contains("echo 'add map /m a.example.org spaces' | socat"), call);
        assertThrows(
                IllegalArgumentException.class,
                () -> actions.describe(new Action("e", "route.burn", Json.obj())));
    }
}
