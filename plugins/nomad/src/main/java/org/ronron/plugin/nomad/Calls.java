package org.ronron.plugin.nomad;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ronron.api.Auth;
import org.ronron.api.ConnectorException;
import org.ronron.api.Host;
import org.ronron.api.Http;
import org.ronron.api.Json;
import org.ronron.api.JsonCalls;
import org.ronron.api.Wanted;

/**
 * Ways to one agent.
 *
 * @param stream where events come from
 * @param read with the token that reads, or as nobody
 * @param write for changes: the host puts the writing token in the place of the other
 * @param writer as who changes, to ask who that is
 */
record Calls(Host host, Http stream, JsonCalls read, JsonCalls write, JsonCalls writer) {
    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final String NODE = "/v1/node/";
    static final String SELF = "/v1/acl/token/self";

    static Calls at(Host host) throws ConnectorException {
        URI url = host.address("url", host.setting("url").orElse(""));
        Auth own = new Auth.Header("X-Nomad-Token", "token");
        Auth reading = host.hasSecret("token") ? own : new Auth.None();
        JsonCalls read = new JsonCalls(host, url, reading, PATIENCE);
        JsonCalls named = new JsonCalls(host, url, own, PATIENCE);
        boolean nobody = !host.hasSecret("token");
        JsonCalls writer = host.hasSecret("writeToken") ? named.as("writeToken") : read;
        JsonCalls write = nobody && host.hasSecret("writeToken") ? named : read;
        return new Calls(host, host.http(url, reading), read, write, writer);
    }

    /**
     * The servers. A server that has just started refuses everybody for a moment (seen with 2.0.5),
     * so a refusal counts when it comes twice; who we are tells which kind it is.
     */
    List<Json.Obj> servers() throws ConnectorException {
        String members = "/v1/agent/members";
        Http.Answer answer = read.ask(members);
        if (answer.status() == 403) {
            read.ask(SELF);
        }
        Json.Obj said = answer.status() == 403 ? read.get(members) : read.body(answer);
        if (!(said.at("Members") instanceof Json.Arr)) {
            throw read.strange();
        }
        return said.objects("Members");
    }

    /** A list in pages, perhaps with a filter in Nomad's own language. */
    List<Json.Obj> rows(String path, String filter, Wanted wanted) throws ConnectorException {
        return read.rows(path(path, filter), "X-Nomad-Nexttoken", "next_token", wanted);
    }

    static String path(String path, String filter) {
        String encoded = URLEncoder.encode(filter, StandardCharsets.UTF_8);
        String paged = path + (path.contains("?") ? "&" : "?") + "per_page=500";
        return filter.isEmpty() ? paged : paged + "&filter=" + encoded;
    }

    /** The namespaces that our token sees. */
    List<Json.Obj> spaces() throws ConnectorException {
        return rows("/v1/namespaces", "", Wanted.ALL);
    }

    /** As {@link #rows}; empty for a token that may not list it. */
    Optional<List<Json.Obj>> seen(String path, String filter, Wanted wanted)
            throws ConnectorException {
        return read.optional(() -> rows(path, filter, wanted));
    }

    /** A node in full; empty when Nomad does not know it (any more). */
    Optional<Json.Obj> node(String id) throws ConnectorException {
        Http.Answer answer = read.ask(NODE + id);
        return answer.status() == 404 ? Optional.empty() : Optional.of(read.body(answer));
    }
}
