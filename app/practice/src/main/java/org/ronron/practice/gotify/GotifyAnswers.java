package org.ronron.practice.gotify;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ronron.api.Json;
import org.ronron.core.json.JsonText;

/** What Gotify says to a call; order of checks and words of refusals after captures of 3.0.0. */
final class GotifyAnswers {
    private static final String NO_LOGIN =
            "you need to provide a valid access token or user credentials to access this api";
    private static final long APP_ID = 1;

    private final InstantSource clock;
    private final List<Json.Obj> messages = new ArrayList<>();

    GotifyAnswers(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * An answer.
     *
     * @param made whether it is a message that was just stored
     */
    record Answer(int status, Json body, boolean made) {
        static Answer ok(Json body) {
            return new Answer(200, body, false);
        }

        static Answer no(int status, String description) {
            String error =
                    switch (status) {
                        case 400 -> "Bad Request";
                        case 401 -> "Unauthorized";
                        default -> "Not Found";
                    };
            Json.Obj body =
                    Json.obj()
                            .with("error", error)
                            .with("errorCode", status)
                            .with("errorDescription", description);
            return new Answer(status, body, false);
        }
    }

    synchronized List<Json.Obj> messages() {
        return List.copyOf(messages);
    }

    synchronized Answer to(GotifyCall call) {
        boolean client = call.token().equals(GotifySimulator.CLIENT);
        boolean app = call.token().equals(GotifySimulator.APP);
        return switch (call.method() + " " + call.path()) {
            case "GET /version" -> Answer.ok(version());
            case "GET /health" ->
                    Answer.ok(Json.obj().with("health", "green").with("database", "green"));
            case "POST /message" -> app || client ? post(call, client) : Answer.no(401, NO_LOGIN);
            case "GET /message" -> client ? page(call) : Answer.no(401, NO_LOGIN);
            case "GET /application" ->
                    client ? Answer.ok(applications()) : Answer.no(401, NO_LOGIN);
            case "GET /stream" -> client ? Answer.no(400, "Bad Request") : Answer.no(401, NO_LOGIN);
            default -> Answer.no(404, "page not found");
        };
    }

    private static Json.Obj version() {
        return Json.obj()
                .with("version", GotifySimulator.VERSION)
                .with("commit", "stand-in")
                .with("buildDate", "2026-07-18");
    }

    private static Json.Arr applications() {
        return new Json.Arr(
                List.of(
                        Json.obj()
                                .with("id", APP_ID)
                                .with("name", "Ronron")
                                .with("description", "")
                                .with("internal", Json.of(false))
                                .with("defaultPriority", 3)));
    }

    private Answer post(GotifyCall call, boolean client) {
        Json.Obj body;
        try {
            body = JsonText.readObject(call.body());
        } catch (IOException notJson) {
            return Answer.no(400, "invalid character");
        }
        if (body.word("message").isEmpty()) {
            return Answer.no(400, "Field 'message' is required");
        }
        if (!(body.at("priority") instanceof Json.Num) && body.text("priority").isPresent()) {
            return Answer.no(
                    400,
                    "json: cannot unmarshal string into Go struct field"
                            + " CreateMessage.priority of type int");
        }
        Optional<Long> appId = body.number("appid");
        if (client && appId.isEmpty()) {
            String wanted = "appid is required when not authenticating with an application token";
            return Answer.no(400, wanted);
        }
        if (client && appId.get() != APP_ID) {
            return Answer.no(400, "appid not found");
        }
        return new Answer(200, store(body), true);
    }

    synchronized Json.Obj store(Json.Obj body) {
        Json.Obj stored =
                Json.obj()
                        .with("id", messages.size() + 1L)
                        .with("appid", APP_ID)
                        .with("message", body.word("message"))
                        .with("title", body.text("title").orElse("Ronron"))
                        .with("priority", body.number("priority").orElse(3L));
        if (body.at("extras") instanceof Json.Obj extras) {
            stored = stored.with("extras", extras);
        }
        stored = stored.with("date", clock.instant().toString());
        messages.add(stored);
        return stored;
    }

    private Answer page(GotifyCall call) {
        int limit = whole(call.query().getOrDefault("limit", "100"));
        int since = whole(call.query().getOrDefault("since", "0"));
        if (limit < 1) {
            return Answer.no(400, "Field 'limit' must be more or equal to 1");
        }
        if (limit > 200) {
            return Answer.no(400, "Field 'limit' must be less or equal to 200");
        }
        int before = since <= 0 ? messages.size() : Math.min(since - 1, messages.size());
        int after = Math.max(0, before - limit);
        List<Json> page = new ArrayList<>(messages.subList(after, before).reversed());
        Json.Obj paging = Json.obj().with("size", page.size()).with("limit", limit);
        paging =
                after == 0
                        ? paging.with("since", 0)
                        : paging.with("since", after + 1L)
                                .with("next", "/message?limit=" + limit + "&since=" + (after + 1));
        return Answer.ok(Json.obj().with("paging", paging).with("messages", new Json.Arr(page)));
    }

    private static int whole(String text) {
        return text.matches("\\d{1,9}") ? new BigDecimal(text).intValue() : -1;
    }
}
