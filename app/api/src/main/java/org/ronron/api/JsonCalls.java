package org.ronron.api;

import java.net.URI;
import java.time.Duration;

/**
 * HTTP with JSON both ways at one address, and what statuses mean to most systems: 401 and 403 are
 * a refused login, 200 is an object, all else is the server's own error. A connector whose system
 * means something else looks at the answer itself.
 */
public final class JsonCalls {
    private final Host host;
    private final URI base;
    private final Auth auth;
    private final Duration patience;
    private final Http http;

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

    /** Host and port, for errors. */
    public String address() {
        return base.getAuthority();
    }

    /** A GET, whatever its status. */
    public Http.Answer ask(String path) throws ConnectorException {
        return http.read(Http.Call.get(path, patience));
    }

    /** A GET that has to answer an object. */
    public Json.Obj get(String path) throws ConnectorException {
        return body(ask(path));
    }

    /** A call that changes nothing and has to answer an object. */
    public Json.Obj look(Http.Call call) throws ConnectorException {
        return body(http.read(call));
    }

    /** A call that may change something, whatever its status. */
    public Http.Answer change(Http.Call call) throws ConnectorException {
        return http.change(call);
    }

    /** The call as one would type it. */
    public String curl(Http.Call call) {
        return call.asCurl(base, auth);
    }

    /**
     * The object of a 200.
     *
     * @throws ConnectorException {@link CommonError#LOGIN_REFUSED}, {@link
     *     CommonError#SERVER_ERROR} with the answer's {@code message}, {@link
     *     CommonError#BAD_ANSWER} for a 200 that is no object; nothing was changed
     */
    public Json.Obj body(Http.Answer answer) throws ConnectorException {
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
        String message = message(answer);
        throw fault(CommonError.SERVER_ERROR, "status", "" + status, "message", message);
    }

    /** The member {@code message} that errors of many systems have; empty without one. */
    public static String message(Http.Answer answer) throws ConnectorException {
        return answer.json() instanceof Json.Obj object ? object.text("message").orElse("") : "";
    }

    /** A fault of this endpoint, with its address, that has changed nothing. */
    public ConnectorException fault(ErrorCode code, String... details) {
        Fault fault = Fault.of(code, host.endpointName(), details).with("address", address());
        return new ConnectorException(fault);
    }

    /** The same for a call that may have taken effect. */
    public ConnectorException unknown(ErrorCode code, String... details) {
        return new ConnectorException(fault(code, details).fault().withEffect(Effect.UNKNOWN));
    }
}
