package org.ronron.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.Auth;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.api.Http;
import org.ronron.api.Json;

/** What of an answer's text reaches a connector, and what is said of one that is no JSON. */
class AnswerTextTest {
    private static final Duration TIME = Duration.ofSeconds(20);
    private final Lent lent = new Lent();

    @AfterEach
    void close() {
        lent.close();
    }

    private Http.Answer answer(RawServer server, Auth auth) throws ConnectorException {
        return lent.host(true, TIME, Map.of())
                .http(server.http(), auth)
                .read(Http.Call.get("/status", TIME));
    }

    @Test
    void aSecretThatTheServerRepeatsIsTakenOut() throws Exception {
        String echo = "{\"message\":\"no such token: " + Lent.TOKEN + ".\"}";
        try (RawServer server = new RawServer(RawServer.text("403 No", "", echo))) {
            for (Auth auth :
                    new Auth[] {new Auth.Bearer("token"), new Auth.Header("X-Key", "token")}) {
                Http.Answer answer = answer(server, auth);
                assertEquals("{\"message\":\"no such token: ….\"}", answer.text());
                Json.Obj json = (Json.Obj) answer.json();
                assertEquals("no such token: ….", json.text("message").orElseThrow());
            }
        }
    }

    @Test
    void whatIsTooShortToBeASecretStaysInTheText() throws Exception {
        lent.secrets.put("armoire/short", "e".toCharArray());
        try (RawServer server = new RawServer(RawServer.text("200 OK", "", "{\"name\":1}"))) {
            Http http =
                    lent.host(true, TIME, Map.of(), "short")
                            .http(server.http(), new Auth.Bearer("short"));
            assertEquals("{\"name\":1}", http.read(Http.Call.get("/", TIME)).text());
        }
    }

    @Test
    void xmlIsNoWebPage() throws Exception {
        String error = "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>";
        try (RawServer server =
                new RawServer(
                        RawServer.text(
                                "403 Forbidden", "Content-Type: application/xml\r\n", error))) {
            Fault fault = noJson(server);
            assertEquals(CommonError.BAD_ANSWER, fault.code());
            assertEquals("XML, no JSON", fault.details().get("found"));
        }
    }

    @Test
    void aPageWrittenAsXmlIsOne() throws Exception {
        String page = "<?xml version=\"1.0\"?><html xmlns=\"x\"><body>Login</body></html>";
        try (RawServer server = new RawServer(RawServer.text("502 Bad Gateway", "", page))) {
            Fault fault = noJson(server);
            assertEquals(CommonError.HTML_ANSWER, fault.code());
            assertEquals("502", fault.details().get("status"));
        }
    }

    private Fault noJson(RawServer server) throws ConnectorException {
        Http.Answer answer = answer(server, new Auth.Bearer("token"));
        return assertThrows(ConnectorException.class, answer::json).fault();
    }
}
