package org.ronron.plugin.nomad;

import java.util.List;
import org.ronron.api.ConnectorException;
import org.ronron.api.Following;
import org.ronron.api.Json;
import org.ronron.api.Observation;
import org.ronron.api.Table;
import org.ronron.api.Wanted;

/** What was read, kept up to date by events. One thread. */
final class Events implements Following.Held {
    private final Calls calls;
    private final List<Json.Obj> spaces;
    private Picture held;

    /**
     * Reads.
     *
     * @param spaces the namespaces when the stream was opened: it never tells of one made later
     */
    Events(Calls calls, List<Json.Obj> spaces) throws ConnectorException {
        this.calls = calls;
        this.spaces = spaces;
        this.held = new NomadInventory(calls).read();
    }

    @Override
    public boolean read() throws ConnectorException {
        held = new NomadInventory(calls).read();
        return spaces.equals(calls.spaces());
    }

    @Override
    public Observation told() {
        return held.observation(calls.host());
    }

    /**
     * By the topic: an event's type is the name of the write, whatever it tells of. A stream begins
     * with old events; nodes were read first, so what is older than they is in all that was read.
     */
    @Override
    public boolean take(Json line) {
        Json.Obj frame = line instanceof Json.Obj object ? object : Json.obj();
        boolean changed = false;
        for (Json.Obj event : frame.objects("Events")) {
            Json.Obj payload = event.object("Payload");
            changed |=
                    switch (event.word("Topic")) {
                        case "Node" -> take(held.nodes(), Kept.NODE, payload.object("Node"));
                        case "Allocation" ->
                                take(held.allocs(), Kept.ALLOCATION, payload.object("Allocation"));
                        default -> false;
                    };
        }
        held.allocs().keep(Alloc::shown);
        return changed;
    }

    private boolean take(Table table, Wanted wanted, Json.Obj told) {
        return table.take(wanted.of(told), held.nodes().newest());
    }
}
