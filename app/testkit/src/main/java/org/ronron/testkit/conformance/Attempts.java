package org.ronron.testkit.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.function.Executable;
import org.ronron.api.Auth;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Host;
import org.ronron.api.Http;
import org.ronron.api.Shell;

/** What a careless connector could try with what it is lent. */
record Attempts(Host host, Map<String, String> settings) {
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final Shell.Script WRITES = new Shell.Script("attempt", false, ": attempt");
    private static final Shell.Named ROOT =
            new Shell.Named("attempt", false, List.of("/bin/true", "attempt"));

    /** Every way to change something is refused as read-only. */
    void allRefused() throws ConnectorException {
        if (settings.containsKey("url")) {
            Http http = http();
            for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "post", "get", "X")) {
                Http.Call call = new Http.Call(method, "/attempt", Optional.empty(), TIME);
                refused(() -> http.change(call));
                refused(() -> http.read(call));
                refused(() -> http.lines(call, TIME).close());
            }
            refused(() -> http.change(Http.Call.get("/attempt", TIME)));
        }
        if (settings.containsKey("keyFile")) {
            Shell shell = host.shell();
            refused(() -> shell.run(WRITES, List.of(), TIME));
            refused(() -> shell.sudo(ROOT, TIME));
        }
    }

    /** One change that may be made; whatever the server answers. */
    void one() throws ConnectorException {
        if (settings.containsKey("url")) {
            http().change(Http.Call.post("/attempt", TIME));
        } else {
            host.shell().run(WRITES, List.of(), TIME);
        }
    }

    private Http http() {
        return host.http(URI.create(settings.getOrDefault("url", "")), new Auth.None());
    }

    private static void refused(Executable attempt) {
        ConnectorException e = assertThrows(ConnectorException.class, attempt);
        assertEquals(CommonError.READ_ONLY, e.fault().code(), e.fault().toString());
        assertEquals(Effect.NONE, e.fault().effect());
    }
}
