package org.ronron.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;

/** What stands where an SSH server should, and settings that lead nowhere. */
class HostilePortTest extends HostileShells {
    @Test
    void portsThatSpeakNoSsh() throws Exception {
        int dead;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            dead = free.getLocalPort();
        }
        Fault refused =
                fails(
                        CommonError.UNREACHABLE,
                        () -> shell(at(dead), TIME).run(READ, List.of(), TIME));
        assertEquals("connection refused", refused.details().get("cause"));
        assertEquals("ssh://127.0.0.1:" + dead, refused.details().get("address"));
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            int port = silent.getLocalPort();
            fails(CommonError.TIMEOUT, () -> shell(at(port), TIME).run(READ, List.of(), SHORT));
        }
        for (String greeting :
                List.of(
                        "HTTP/1.1 400 Bad <b>Request\r\n\r\n",
                        "SSH-1.0-<b>old\r\n",
                        "220 <b>mail\r\n".repeat(100_000),
                        "\0\0\0\0".repeat(50_000))) {
            try (ServerSocket other = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
                Thread.ofVirtual().start(() -> greet(other, greeting));
                int port = other.getLocalPort();
                ConnectorException e =
                        assertThrows(
                                ConnectorException.class,
                                () ->
                                        shell(at(port), TIME)
                                                .run(READ, List.of(), Duration.ofSeconds(5)));
                assertTrue(
                        List.of(CommonError.BAD_ANSWER, CommonError.CUT).contains(e.fault().code()),
                        greeting.substring(0, 10) + ": " + e.getMessage());
                assertFalse(e.fault().toString().contains("<b>"), e.getMessage());
            }
        }
    }

    /** A web server on the port says its status, and often closes before anything else. */
    @Test
    void aWebServerIsToldFromALineThatBroke() throws Exception {
        for (String page :
                List.of(
                        "HTTP/1.1 400 Bad Request\r\nServer: nginx\r\n\r\n<html>no</html>\r\n",
                        "<!DOCTYPE HTML>\n<html>\n<title>Error response</title>\n")) {
            try (ServerSocket web = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
                Thread.ofVirtual().start(() -> greet(web, page));
                Fault fault =
                        fails(
                                CommonError.BAD_ANSWER,
                                () ->
                                        shell(at(web.getLocalPort()), TIME)
                                                .run(READ, List.of(), TIME));
                assertEquals("no SSH", fault.details().get("found"));
            }
        }
        try (ServerSocket busy = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            Thread.ofVirtual().start(() -> greet(busy, "Exceeded MaxStartups\r\n"));
            fails(
                    CommonError.CUT,
                    () -> shell(at(busy.getLocalPort()), TIME).run(READ, List.of(), TIME));
        }
    }

    private static Map<String, String> at(int port) {
        return Map.of("host", "127.0.0.1", "port", "" + port, "user", "camille");
    }

    private static void greet(ServerSocket server, String greeting) {
        try (Socket peer = server.accept();
                OutputStream out = peer.getOutputStream()) {
            out.write(greeting.getBytes(StandardCharsets.UTF_8));
            out.flush();
            peer.shutdownOutput();
            peer.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (java.io.IOException gone) {
            return;
        }
    }

    @Test
    void settingsThatCannotBeUsed() {
        Map<Map<String, String>, String> wrong =
                Map.of(
                        Map.of("user", "u"), "host",
                        Map.of("host", "h"), "user",
                        Map.of("host", "h", "user", "a b"), "user",
                        Map.of("host", "-oProxyCommand=x", "user", "u"), "host",
                        Map.of("host", "a b", "user", "u"), "host",
                        Map.of("host", "u@h", "user", "u"), "host",
                        Map.of("host", "h", "user", "u", "port", "0"), "port",
                        Map.of("host", "h", "user", "u", "port", "x"), "port");
        wrong.forEach(
                (settings, setting) ->
                        assertEquals(
                                setting,
                                fails(CommonError.BAD_SETTING, () -> shell(settings, TIME))
                                        .details()
                                        .get("setting")));
    }

    @Test
    void anUnknownHostIsNamed() {
        Fault fault =
                fails(
                        CommonError.UNKNOWN_HOST,
                        () ->
                                shell(Map.of("host", "nulle-part.invalid", "user", "u"), TIME)
                                        .run(READ, List.of(), TIME));
        assertEquals("nulle-part.invalid", fault.details().get("host"));
    }

    @Test
    void aKeyFileThatIsNone() throws Exception {
        try (MinaServer server = new MinaServer(saying("ok"))) {
            trusted(server);
            for (String file : List.of("/nowhere/key", "/etc/passwd")) {
                Map<String, String> settings = new java.util.HashMap<>(server.settings());
                settings.put("keyFile", file);
                Fault fault =
                        fails(
                                CommonError.BAD_SETTING,
                                () -> shell(settings, TIME).run(READ, List.of(), TIME));
                assertEquals("keyFile", fault.details().get("setting"));
            }
        }
    }
}
