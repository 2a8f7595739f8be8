package org.ronron.plugin.nomad;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Following;
import org.ronron.api.Http;
import org.ronron.api.Json;
import org.ronron.api.Observation;
import org.ronron.api.Version;
import org.ronron.api.Watch;

/**
 * The event stream. Nomad says {@code {}} as soon as it is open, and every 30 seconds; without the
 * right for it, a 200 with nothing comes (seen with 2.0.5; read of others: 403 in 1.10, 500 in 1.6,
 * and in 1.11.2 something that is no HTTP).
 */
record NomadWatch(Calls calls) implements Watch {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration SILENCE = Duration.ofSeconds(75);

    /** A node that was purged gives no event, and what waits for a place is only read. */
    private static final Duration AGAIN = Duration.ofSeconds(60);

    @Override
    public void watch(Consumer<Observation> heard) throws ConnectorException {
        Version version = NomadInventory.oldest(calls.servers());
        if (version.is(NomadInventory.FAULTY)) {
            String[] details = {"version", version.text(), "supported", "1.11.3"};
            throw calls.read().fault(CommonError.WRONG_VERSION, details);
        }
        List<Json.Obj> spaces = calls.spaces();
        // A stream of all namespaces asks for a right to all of them.
        boolean all = Rights.of(calls).seesAll();
        String topics = "topic=Node" + (all ? "&topic=Allocation&namespace=*" : "");
        Http.Call call = Http.Call.get("/v1/event/stream?" + topics, Calls.PATIENCE);
        Optional<Http.Lines> stream = Following.open(calls.stream(), call, FIRST, SILENCE);
        ConnectorException refused = calls.read().fault(NomadError.STREAM_REFUSED);
        try (Http.Lines lines = stream.orElseThrow(() -> refused)) {
            Events events = new Events(calls, spaces);
            new Following(calls.host().clock(), AGAIN).follow(lines, events, heard);
        }
    }
}
