package org.ronron.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What statuses mean to most systems, and addresses as people type them. */
class JsonCallsTest {
    private static final Auth AUTH = new Auth.Bearer("token");
    private static final Duration TIME = Duration.ofSeconds(1);
    private static final Json.Obj GOOD = Json.obj().with("a", 1);
    private final CannedHost host =
            new CannedHost(Map.of("url", "http://one:1", "peers", "http://two:2, http://three:3"));

    @Test
    void anObjectIsAnAnswer() throws Exception {
        host.answers("http://one:1/x", 200, GOOD);
        assertEquals(GOOD, calls().get("/x"));
        assertEquals(GOOD, calls().look(Http.Call.post("/x", TIME)));
    }

    @Test
    void otherJsonIsAnotherSystems() throws Exception {
        host.answers("http://one:1/x", 200, Json.texts(List.of("a")));
        Fault fault = fails(CommonError.BAD_ANSWER, Effect.NONE, () -> calls().get("/x"));
        assertEquals("http://one:1", fault.details().get("address"));
        Http.Call change = Http.Call.post("/x", TIME);
        fails(CommonError.BAD_ANSWER, Effect.UNKNOWN, () -> calls().change(change));
    }

    @Test
    void anErrorIsToldWithItsMessageIfItHasOne() throws Exception {
        host.answers("http://one:1/x", 500, Json.obj().with("message", "disk on fire"));
        host.answers("http://one:1/y", 404, Json.obj());
        Fault told = fails(CommonError.SERVER_ERROR, Effect.NONE, () -> calls().get("/x"));
        assertEquals("disk on fire", told.details().get("message"));
        assertEquals("500", told.details().get("status"));
        Fault mute = fails(CommonError.SERVER_ERROR, Effect.NONE, () -> calls().get("/y"));
        assertEquals("no explanation", mute.details().get("message"));
    }

    @Test
    void plainTextIsAMessageToo() throws Exception {
        host.says("http://one:1/x", 500, " node not found\n");
        Fault told = fails(CommonError.SERVER_ERROR, Effect.NONE, () -> calls().get("/x"));
        assertEquals("node not found", told.details().get("message"));
        host.says("http://one:1/x", 403, "Permission denied");
        fails(CommonError.LOGIN_REFUSED, Effect.NONE, () -> calls().get("/x"));
    }

    @Test
    void aListIsReadToItsLastPage() throws Exception {
        Json.Obj a = Json.obj().with("a", 1);
        Json.Obj b = Json.obj().with("b", 2);
        host.page("http://one:1/x?n=1", Json.arr(List.of(a)), "7.b c");
        host.page("http://one:1/x?n=1&from=7.b+c", Json.arr(List.of(b)), "");
        assertEquals(List.of(a, b), calls().rows("/x?n=1", "X-Next", "from"));
        host.answers("http://one:1/y?n=1", 200, a);
        fails(CommonError.BAD_ANSWER, Effect.NONE, () -> calls().rows("/y?n=1", "X-Next", "from"));
    }

    @Test
    void aListThatDoesNotEndIsGivenUp() {
        host.page("http://one:1/x?n=1", Json.arr(List.of()), "again");
        fails(CommonError.TOO_LARGE, Effect.NONE, () -> calls().rows("/x?n=1", "X-Next", "from"));
    }

    @Test
    void whatOurLoginMayNotAskIsLeftOut() throws Exception {
        host.answers("http://one:1/ok", 200, GOOD);
        host.says("http://one:1/x", 403, "Permission denied");
        host.says("http://one:1/y", 500, "disk on fire");
        JsonCalls calls = calls();
        assertEquals(Optional.of(GOOD), calls.optional(() -> calls.get("/ok")));
        assertEquals(Optional.empty(), calls.optional(() -> calls.get("/x")));
        fails(CommonError.SERVER_ERROR, Effect.NONE, () -> calls.optional(() -> calls.get("/y")));
    }

    @ParameterizedTest
    @CsvSource({"401, LOGIN_REFUSED", "403, LOGIN_REFUSED"})
    void aTokenThatWasNeverTakenIsRefused(int status, CommonError code) throws Exception {
        host.answers("http://one:1/x", status, GOOD);
        fails(code, Effect.NONE, () -> calls().get("/x"));
        fails(code, Effect.NONE, () -> calls().change(Http.Call.post("/x", TIME)));
    }

    @ParameterizedTest
    @CsvSource({"401, LOGIN_REFUSED", "403, RIGHT_MISSING"})
    void aTokenThatWasTakenBeforeLacksARight(int status, CommonError code) throws Exception {
        host.answers("http://one:1/ok", 200, GOOD);
        host.answers("http://one:1/x?node=*", status, GOOD);
        JsonCalls calls = calls();
        calls.get("/ok");
        Fault fault = fails(code, Effect.NONE, () -> calls.get("/x?node=*"));
        String right = code == CommonError.RIGHT_MISSING ? "/x" : null;
        assertEquals(right, fault.details().get("right"));
        Http.Call change = Http.Call.post("/x?node=*", TIME);
        fails(code, Effect.NONE, () -> calls.change(change));
    }

    @Test
    void ofSeveralThoseThatAnswerAreHeard() throws Exception {
        host.answers("http://two:2/x", 200, GOOD);
        host.answers("http://three:3/x", 500, Json.obj());
        List<JsonCalls> peers = JsonCalls.each(host, "peers", AUTH, TIME);
        assertEquals(2, peers.size());
        assertEquals(Map.of("http://two:2", GOOD), JsonCalls.hear(peers, "/x"));
        assertEquals(List.of(), JsonCalls.each(host, "nothing", AUTH, TIME));
    }

    @ParameterizedTest
    @CsvSource({
        "'', is missing",
        "' ', is missing",
        "one:3903, begins neither with http:// nor with https://",
        "127.0.0.1, begins neither with http:// nor with https://",
        "ftp://one, begins neither with http:// nor with https://",
        "http://one:39 03, holds a character that no address has",
        "http:///v2, names no host"
    })
    void anAddressThatIsNoneIsRefusedWithoutRepeatingIt(String typed, String reason) {
        CannedHost wrong = new CannedHost(Map.of("url", typed));
        Fault fault =
                fails(
                        CommonError.BAD_SETTING,
                        Effect.NONE,
                        () -> JsonCalls.at(wrong, "url", AUTH, TIME));
        assertEquals(Map.of("setting", "url", "reason", reason), fault.details());
    }

    @Test
    void anActionThatIsOneCallIsDescribed() throws Exception {
        Http.Call call = Http.Call.post("/x", GOOD, TIME);
        ActionSpec spec = calls().describe(StepClass.PROBEABLE, call, "m");
        assertEquals(
                new ActionSpec(
                        StepClass.PROBEABLE,
                        "curl -X POST -H \"Authorization: Bearer $token\" -H 'Content-Type:"
                                + " application/json' --data '{\"a\":1}' 'http://one:1/x'",
                        "m",
                        TIME),
                spec);
    }

    private JsonCalls calls() throws ConnectorException {
        return JsonCalls.at(host, "url", AUTH, TIME);
    }

    private static Fault fails(ErrorCode code, Effect effect, Executable call) {
        Fault fault = assertThrows(ConnectorException.class, call).fault();
        assertEquals(code, fault.code(), fault.toString());
        assertEquals(effect, fault.effect());
        assertEquals(CannedHost.NAME, fault.endpoint());
        return fault;
    }
}
