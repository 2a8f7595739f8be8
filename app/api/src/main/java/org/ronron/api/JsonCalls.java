package org.ronron.api;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * HTTP with JSON both ways at one address, and what statuses mean to most systems: 200 is an
 * object, 401 and 403 are a refused login, a 403 after an accepted call is a right that is missing,
 * all else is the server's own error. A connector whose system means something else looks at the
 * answer itself. One thread at a time.
 */
public final class JsonCalls {
    /** Of one list; more than any of the systems has. */
    private static final int MOST_ROWS = 200_000;

    private static final String STRANGE = "another system's JSON";

    private final Host host;
    private final URI base;
    private final Auth auth;
    private final Duration patience;
    private final Http http;
    private boolean accepted;

    /**
     * @param patience of one reading call
     */
    public JsonCalls(Host host, URI base, Auth auth, Duration patience) {
        this.host = host;
        this.base = base;
        this.auth = auth;
        this.patience = patience;
        this.http = host.http(base, auth);
    }

    /**
     * At the address in a setting.
     *
     * @throws ConnectorException {@link CommonError#BAD_SETTING} when it is missing or none
     */
    public static JsonCalls at(Host host, String setting, Auth auth, Duration patience)
            throws ConnectorException {
        String typed = host.setting(setting).orElse("");
        return new JsonCalls(host, host.address(setting, typed), auth, patience);
    }

    /** As {@link #at}, at each of several addresses with commas between them, or at none. */
    public static List<JsonCalls> each(Host host, String setting, Auth auth, Duration patience)
            throws ConnectorException {
        List<JsonCalls> all = new ArrayList<>();
        for (String typed : host.setting(setting).orElse("").split("[,\\s]+", -1)) {
            if (!typed.isBlank()) {
                all.add(new JsonCalls(host, host.address(setting, typed), auth, patience));
            }
        }
        return List.copyOf(all);
    }

    /** What each of them answers to a GET, by address; one that answers no object is left out. */
    public static Map<String, Json.Obj> hear(List<JsonCalls> several, String path) {
        Map<String, Json.Obj> heard = new LinkedHashMap<>();
        for (JsonCalls one : several) {
            try {
                heard.put(one.address(), one.get(path));
            } catch (ConnectorException silent) {
                continue;
            }
        }
        return heard;
    }

    /**
     * The same with another secret, to ask what that one may do; these calls themselves where no
     * such secret was given.
     */
    public JsonCalls as(String secretKey) {
        Auth other =
                auth instanceof Auth.Header own
                        ? new Auth.Header(own.header(), secretKey)
                        : new Auth.Bearer(secretKey);
        return host.hasSecret(secretKey) ? new JsonCalls(host, base, other, patience) : this;
    }

    /** Scheme, host and port, for errors. */
    public String address() {
        return base.getScheme() + "://" + base.getAuthority();
    }

    /** A GET, whatever its status. */
    public Http.Answer ask(String path) throws ConnectorException {
        return read(Http.Call.get(path, patience));
    }

    /** A GET that has to answer an object. */
    public Json.Obj get(String path) throws ConnectorException {
        return body(ask(path), path);
    }

    /** A call that changes nothing and has to answer an object. */
    public Json.Obj look(Http.Call call) throws ConnectorException {
        return body(read(call), call.path());
    }

    private Http.Answer read(Http.Call call) throws ConnectorException {
        Http.Answer answer = http.read(call);
        accepted = accepted || answer.status() == 200;
        return answer;
    }

    /**
     * A call that may change something, whatever its status.
     *
     * @throws ConnectorException {@link CommonError#LOGIN_REFUSED} or {@link
     *     CommonError#RIGHT_MISSING} for a 401 or 403, which have changed nothing; {@link
     *     CommonError#BAD_ANSWER} for a 200 that is no object, which may have
     */
    public Http.Answer change(Http.Call call) throws ConnectorException {
        Http.Answer answer = send(call);
        if (answer.status() == 200 && !(answer.json() instanceof Json.Obj)) {
            throw unknown(CommonError.BAD_ANSWER, "found", STRANGE);
        }
        return answer;
    }

    /** As {@link #change}, where nothing is read from an answer of 200: it may be empty. */
    public Http.Answer send(Http.Call call) throws ConnectorException {
        Http.Answer answer = http.change(call);
        refused(answer, call.path());
        return answer;
    }

    /**
     * @param right the path that was asked for, or empty
     */
    private void refused(Http.Answer answer, String right) throws ConnectorException {
        if (answer.status() == 403 && accepted && !right.isEmpty()) {
            throw fault(CommonError.RIGHT_MISSING, "right", right.replaceFirst("\\?.*", ""));
        }
        if (answer.status() == 401 || answer.status() == 403) {
            throw fault(CommonError.LOGIN_REFUSED);
        }
    }

    /** What the engine and the reviewer must know of an action that is this one call. */
    public ActionSpec describe(StepClass stepClass, Http.Call call, String mark) {
        return new ActionSpec(stepClass, call.asCurl(base, auth), mark, call.deadline());
    }

    /**
     * The object of a 200.
     *
     * @throws ConnectorException {@link CommonError#LOGIN_REFUSED}, {@link
     *     CommonError#SERVER_ERROR} with the answer's {@code message}, {@link
     *     CommonError#BAD_ANSWER} for a 200 that is no object; nothing was changed
     */
    public Json.Obj body(Http.Answer answer) throws ConnectorException {
        return body(answer, "");
    }

    private Json.Obj body(Http.Answer answer, String path) throws ConnectorException {
        if (json(answer, path, Wanted.ALL) instanceof Json.Obj object) {
            return object;
        }
        throw strange();
    }

    private Json json(Http.Answer answer, String path, Wanted wanted) throws ConnectorException {
        int status = answer.status();
        if (status == 200) {
            return answer.json(wanted);
        }
        String said = message(answer);
        refused(answer, path);
        String message = said.isEmpty() ? "no explanation" : said;
        throw fault(CommonError.SERVER_ERROR, "status", "" + status, "message", message);
    }

    /**
     * A list that comes in pages, read to its last one.
     *
     * @param header of an answer after which there are more: where the next page begins
     * @param parameter of the query that asks for that page; the path has a query already
     * @throws ConnectorException as {@link #get}, and {@link CommonError#TOO_LARGE} for a list that
     *     does not end
     */
    public List<Json.Obj> rows(String path, String header, String parameter)
            throws ConnectorException {
        return rows(path, header, parameter, Wanted.ALL);
    }

    /** The same; of each row only what is wanted, which is what a list of thousands needs. */
    public List<Json.Obj> rows(String path, String header, String parameter, Wanted wanted)
            throws ConnectorException {
        List<Json.Obj> rows = new ArrayList<>();
        Map<Json, Json> seen = new HashMap<>();
        String next = "";
        do {
            String from = next.isEmpty() ? "" : "&" + parameter + "=";
            String asked = path + from + URLEncoder.encode(next, StandardCharsets.UTF_8);
            Http.Answer answer = ask(asked);
            if (!(json(answer, path, wanted) instanceof Json.Arr page)) {
                throw strange();
            }
            for (Json.Obj row : Json.obj().with("rows", page).objects("rows")) {
                rows.add(wanted.shared(row, seen));
            }
            next = answer.header(header).orElse("");
            if (rows.size() > MOST_ROWS || !next.isEmpty() && page.items().isEmpty()) {
                throw fault(CommonError.TOO_LARGE, "limit", MOST_ROWS + " rows");
            }
        } while (!next.isEmpty());
        return List.copyOf(rows);
    }

    /** Something to ask. */
    public interface Question<T> {
        T ask() throws ConnectorException;
    }

    /** What it answers; empty where our login lacks the right to ask. */
    public <T> Optional<T> optional(Question<T> question) throws ConnectorException {
        try {
            return Optional.of(question.ask());
        } catch (ConnectorException refused) {
            if (refused.fault().code() != CommonError.RIGHT_MISSING) {
                throw refused;
            }
            return Optional.empty();
        }
    }

    /** A fault for JSON in which this system's members are not. */
    public ConnectorException strange() {
        return fault(CommonError.BAD_ANSWER, "found", STRANGE);
    }

    /**
     * What an error says: the member {@code message} that those of many systems have, or the whole
     * of its plain text; empty without either.
     *
     * @throws ConnectorException {@link CommonError#HTML_ANSWER} for a page of something before the
     *     system
     */
    public static String message(Http.Answer answer) throws ConnectorException {
        String text = answer.text().strip();
        if (answer.status() >= 400 && !text.isEmpty() && "<{[".indexOf(text.charAt(0)) < 0) {
            return text;
        }
        return answer.json() instanceof Json.Obj object ? object.text("message").orElse("") : "";
    }

    /** A fault of this endpoint, with its address, that has changed nothing. */
    public ConnectorException fault(ErrorCode code, String... details) {
        return new ConnectorException(host.fault(code, details).fault().with("address", address()));
    }

    /** The same for a call that may have taken effect. */
    public ConnectorException unknown(ErrorCode code, String... details) {
        return new ConnectorException(fault(code, details).fault().withEffect(Effect.UNKNOWN));
    }
}
