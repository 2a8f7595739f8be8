package org.ronron.plugin.charon;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.ErrorCode;
import org.ronron.api.Http;
import org.ronron.api.Json;
import org.ronron.api.JsonCalls;
import org.ronron.api.Plain;

/** The calls, and what their refusals mean. */
record Charon(JsonCalls calls) {
    static final String ROOT = "/api/v1";
    static final String REQUESTS = ROOT + "/requests/";
    static final String SPACES = ROOT + "/spaces/";
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Items of one list; far more than any source has, and still quickly read. */
    private static final int MOST = 100_000;

    private static final Set<Integer> OWN = Set.of(400, 404, 409, 412, 422, 429);

    /** The object at this path; {@link CharonError#GONE} for none. */
    Json.Obj get(String path) throws ConnectorException {
        Http.Answer answer = calls.ask(path);
        if (OWN.contains(answer.status())) {
            throw refused(answer);
        }
        return calls.body(answer);
    }

    /**
     * A list, page by page.
     *
     * @param path with a query
     * @throws ConnectorException {@link CommonError#TOO_LARGE} for one that does not end, or whose
     *     pages go round in circles
     */
    List<Json.Obj> pages(String path) throws ConnectorException {
        List<Json.Obj> all = new ArrayList<>();
        Set<String> asked = new HashSet<>();
        String after = "";
        do {
            String from = after.isEmpty() ? "" : "&after=" + Plain.segment(after);
            Json.Obj page = get(path + from);
            if (!(page.at("items") instanceof Json.Arr items)) {
                throw calls.strange();
            }
            all.addAll(page.objects("items"));
            after = page.word("next");
            boolean again = !after.isEmpty() && (items.items().isEmpty() || !asked.add(after));
            if (all.size() > MOST || again) {
                throw calls.fault(CommonError.TOO_LARGE, "limit", MOST + " items");
            }
        } while (!after.isEmpty());
        return all;
    }

    /** A change that is taken, or refused for one of the contract's reasons. */
    void change(Http.Call call) throws ConnectorException {
        Http.Answer answer = calls.change(call);
        int status = answer.status();
        if (OWN.contains(status)) {
            throw refused(answer);
        }
        if (status != 200 && status != 202) {
            String said = JsonCalls.message(answer);
            throw calls.unknown(CommonError.SERVER_ERROR, "status", "" + status, "message", said);
        }
    }

    /** Each refusal of the contract as an error of its own; none of them has changed anything. */
    private ConnectorException refused(Http.Answer answer) throws ConnectorException {
        if (answer.status() == 429) {
            String seconds = answer.header("Retry-After").orElse("").replaceAll("\\D.*", "");
            return calls.fault(CharonError.BUSY, "seconds", seconds.isEmpty() ? "60" : seconds);
        }
        Json.Obj error =
                answer.json() instanceof Json.Obj whole ? whole.object("error") : Json.obj();
        if (error.members().isEmpty()) {
            calls.body(answer);
        }
        Standing standing = new Standing(error, error);
        CharonError code =
                switch (error.word("code")) {
                    case "not_found", "gone" -> CharonError.GONE;
                    case "claimed" -> CharonError.CLAIMED;
                    case "changed", "decided" ->
                            standing.state().equals("claimed")
                                    ? CharonError.CLAIMED
                                    : CharonError.DECIDED_FIRST;
                    case "lapsed" -> CharonError.LEASE_LOST;
                    default ->
                            error.word("field").equals("subdomain") && answer.status() == 409
                                    ? CharonError.NAME_TAKEN
                                    : CharonError.REFUSED;
                };
        return refusal(code, standing);
    }

    /** With all that is known of who stands in the way. */
    ConnectorException refusal(ErrorCode code, Standing by) {
        String[] details = {
            "who",
            by.who(),
            "when",
            by.time("at"),
            "until",
            by.time("until"),
            "state",
            by.state(),
            "field",
            Plain.word(by.item().word("field")),
            "message",
            Plain.word(by.item().word("message"))
        };
        return calls.fault(code, details);
    }
}
