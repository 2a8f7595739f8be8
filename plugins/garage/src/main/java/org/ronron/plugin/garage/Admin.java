package org.ronron.plugin.garage;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.ronron.api.Auth;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.ErrorCode;
import org.ronron.api.Fault;
import org.ronron.api.Host;
import org.ronron.api.Http;
import org.ronron.api.Json;

/** The admin API of one node, and what its statuses mean. */
final class Admin {
    static final String TOKEN = "token";

    /** A node that works on a layout answers slowly: 25 seconds were seen. */
    private static final Duration READ = Duration.ofSeconds(60);

    static final Duration CHANGE = Duration.ofSeconds(120);
    private static final Auth AUTH = new Auth.Bearer(TOKEN);
    private final Host host;
    private final URI url;
    private final Http http;

    Admin(Host host, URI url) {
        this.host = host;
        this.url = url;
        this.http = host.http(url, AUTH);
    }

    String address() {
        return url.getAuthority();
    }

    Http.Answer ask(String path) throws ConnectorException {
        return http.read(Http.Call.get(path, READ));
    }

    Json.Obj get(String path) throws ConnectorException {
        return object(ask(path));
    }

    /** A POST that changes nothing; the descriptor lists it. */
    Json.Obj look(String path, Optional<Json> body) throws ConnectorException {
        return object(http.read(new Http.Call("POST", path, body, CHANGE)));
    }

    Http.Answer change(Http.Call call) throws ConnectorException {
        return http.change(call);
    }

    String curl(Http.Call call) {
        return call.asCurl(url, AUTH);
    }

    Layout layout() throws ConnectorException {
        Json.Obj answer = get("/v2/GetClusterLayout");
        if (answer.number("version").isEmpty() || !(answer.at("roles") instanceof Json.Arr)) {
            throw fault(CommonError.BAD_ANSWER, "found", "GetClusterLayout");
        }
        return Layout.of(answer);
    }

    /** The body of a 200; wrong token and missing right look alike to Garage: both are 403. */
    Json.Obj object(Http.Answer answer) throws ConnectorException {
        Json body = answer.json();
        int status = answer.status();
        if (status == 200 && body instanceof Json.Obj object) {
            return object;
        }
        if (status == 401 || status == 403) {
            throw fault(CommonError.LOGIN_REFUSED);
        }
        if (status == 200) {
            throw fault(CommonError.BAD_ANSWER, "found", body.getClass().getSimpleName());
        }
        throw fault(CommonError.SERVER_ERROR, "status", "" + status, "message", message(answer));
    }

    /** Garage's own sentence; empty when the answer has none. */
    static String message(Http.Answer answer) throws ConnectorException {
        return answer.json() instanceof Json.Obj object ? object.text("message").orElse("") : "";
    }

    ConnectorException fault(ErrorCode code, String... details) {
        Fault fault = Fault.of(code, host.endpointName(), details).with("address", address());
        return new ConnectorException(fault);
    }

    ConnectorException unknown(ErrorCode code, String... details) {
        return new ConnectorException(fault(code, details).fault().withEffect(Effect.UNKNOWN));
    }
}
