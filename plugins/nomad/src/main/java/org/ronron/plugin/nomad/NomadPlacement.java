package org.ronron.plugin.nomad;

import java.util.ArrayList;
import java.util.List;
import org.ronron.api.ConnectorException;
import org.ronron.api.Forecast;
import org.ronron.api.Host;
import org.ronron.api.Json;
import org.ronron.api.Move;
import org.ronron.api.Placement;
import org.ronron.api.Version;
import org.ronron.layout.work.Evacuation;
import org.ronron.layout.work.Fleet;
import org.ronron.layout.work.Machine;

/**
 * What moving machines to other datacenters does. Nomad has no call for it (2.0.5: neither route
 * nor reload): a machine is emptied, its own file is changed, its agent restarted.
 */
record NomadPlacement(Host host) implements Placement {
    @Override
    public Forecast forecast(Json.Obj state, List<Move> moves) {
        return Fleet.of(state).forecast(moves);
    }

    @Override
    public List<PlacementStep> steps(Json.Obj state, List<Move> moves, String operationMark)
            throws ConnectorException {
        String version = state.word("nomad");
        if (Version.of(version).is(NomadInventory.FAULTY)) {
            throw host.fault(NomadError.VERSION_NOT_CHANGED, "version", version);
        }
        if (!state.bool("seesAll").orElse(false)) {
            throw host.fault(NomadError.SEES_TOO_LITTLE);
        }
        Fleet fleet = Fleet.of(state);
        List<PlacementStep> steps = new ArrayList<>();
        for (Move move : moves) {
            String zone = fleet.machine(move.nodeKey()).map(Machine::zone).orElse("");
            Config config =
                    new Config(
                            host.setting("configFile").orElse(""),
                            "datacenter = \"" + zone + "\"",
                            "datacenter = \"" + move.zone() + "\"",
                            "systemctl restart nomad");
            steps.addAll(Evacuation.steps(host, fleet, move, operationMark, config));
        }
        return Evacuation.inOrder(steps);
    }
}
