package org.ronron.plugin.gotify;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.ronron.api.Auth;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Host;
import org.ronron.api.Http;
import org.ronron.api.Json;
import org.ronron.api.JsonCalls;
import org.ronron.api.Plain;

/**
 * The calls. A token goes in a header, never in {@code ?token=}: that one ends in logs, and beats
 * the header.
 *
 * @param open needs no token
 * @param app sends
 * @param client reads
 */
record Gotify(Host host, URI url, JsonCalls open, JsonCalls app, JsonCalls client) {
    static final String TOKEN = "token";
    static final String CLIENT = "clientToken";
    static final String KEY = "X-Gotify-Key";
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The most that one page may have; 201 is refused with a 400. */
    private static final int PAGE = 200;

    /** Pages that are looked through for a message of ours: 5,000 messages. */
    private static final int PAGES = 25;

    /** Tokens of 3.x are {@code gtfya.} or {@code gtfyc.} and 43 characters, those of 2.x 15. */
    private static final Pattern OF_APP = Pattern.compile("gtfya\\..*|A[A-Za-z0-9._-]{14}");

    private static final Pattern OF_CLIENT = Pattern.compile("gtfyc\\..*|C[A-Za-z0-9._-]{14}");

    static Gotify at(Host host) throws ConnectorException {
        URI url = host.address("url", host.setting("url").orElse(""));
        return new Gotify(
                host,
                url,
                new JsonCalls(host, url, new Auth.None(), PATIENCE),
                new JsonCalls(host, url, new Auth.Header(KEY, TOKEN), PATIENCE),
                new JsonCalls(host, url, new Auth.Header(KEY, CLIENT), PATIENCE));
    }

    /** Whether we may read. */
    boolean reads() {
        return host.hasSecret(CLIENT);
    }

    /** Whether a client's token was given to send with, which Gotify takes for no application. */
    boolean clientSends() throws ConnectorException {
        return host.hasSecret(TOKEN) && is(TOKEN, OF_CLIENT);
    }

    /** Gotify says 401 to it as to any wrong token; so it is told by its form, before a call. */
    void refuseAppThatReads() throws ConnectorException {
        if (is(CLIENT, OF_APP)) {
            throw client.fault(GotifyError.APP_READS);
        }
    }

    private boolean is(String secret, Pattern form) throws ConnectorException {
        return host.secret(secret, token -> form.matcher(new String(token)).matches());
    }

    /** Newest first, at most so many. */
    List<Json.Obj> newest(int most) throws ConnectorException {
        refuseAppThatReads();
        return messages(client.get("/message?limit=" + most));
    }

    private List<Json.Obj> messages(Json.Obj page) throws ConnectorException {
        if (!(page.at("messages") instanceof Json.Arr)) {
            throw client.strange();
        }
        return page.objects("messages");
    }

    /** Applications; Gotify answers a bare list. */
    List<Json.Obj> applications() throws ConnectorException {
        Http.Answer answer = client.ask("/application");
        if (answer.status() == 200 && answer.json() instanceof Json.Arr all) {
            return Json.obj().with("all", all).objects("all");
        }
        client.body(answer);
        throw client.strange();
    }

    /** What was found of a message. */
    record Found(Optional<Json.Obj> message, boolean lookedAtAll) {}

    /** Pages back; Gotify has no search, and {@code since} means older than. */
    Found find(Predicate<Json.Obj> wanted) throws ConnectorException {
        refuseAppThatReads();
        String since = "";
        List<String> asked = new ArrayList<>();
        do {
            Json.Obj page = client.get("/message?limit=" + PAGE + since);
            Optional<Json.Obj> found = messages(page).stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return new Found(found, true);
            }
            long next = page.object("paging").number("since").orElse(0L);
            since = next > 0 ? "&since=" + next : "";
            if (asked.contains(since)) {
                throw client.strange();
            }
            asked.add(since);
        } while (!since.isEmpty() && asked.size() < PAGES);
        return new Found(Optional.empty(), since.isEmpty());
    }

    /** The refusal of an answer that is no 200, in Gotify's own words. */
    ConnectorException refused(Http.Answer answer) throws ConnectorException {
        String said = answer.json() instanceof Json.Obj error ? error.word("errorDescription") : "";
        String message = Plain.of(said, Plain.NAME);
        String status = "" + answer.status();
        return answer.status() / 100 == 4
                ? app.fault(GotifyError.REFUSED, "status", status, "message", message)
                : app.unknown(CommonError.SERVER_ERROR, "status", status, "message", message);
    }
}
