package org.ronron.core.desk;

import java.util.Optional;
import org.ronron.api.Observation;
import org.ronron.core.model.ObservationJson;
import org.ronron.core.port.Freshness;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Workspace;

/** Asks for the engine, and shows the answer on the desk as well. Any thread but the state's. */
final class DeskFreshness implements Freshness {
    private final DeskPorts ports;
    private final Table table;
    private final DeskLoop loop;
    private final Asking asking;
    private final DeskSessions sessions;
    private final Goings goings;

    DeskFreshness(
            DeskPorts ports,
            Table table,
            DeskLoop loop,
            Asking asking,
            DeskSessions sessions,
            Goings goings) {
        this.ports = ports;
        this.table = table;
        this.loop = loop;
        this.asking = asking;
        this.sessions = sessions;
        this.goings = goings;
    }

    @Override
    public Look look(String endpointId) throws RefusedException {
        Workspace.EndpointRow row = sessions.row(endpointId);
        try {
            Observation now = asking.observe(row, sessions.connector(row));
            Optional<Observation> before =
                    ports.workspace().observation(endpointId).flatMap(ObservationJson::read);
            ports.workspace()
                    .saveObservation(
                            endpointId, now.at().toEpochMilli(), ObservationJson.write(now));
            loop.look(() -> goings.said(row, now));
            return new Look(before, now);
        } catch (StorageException failed) {
            throw new RefusedException(failed.fault(), failed);
        } catch (RefusedException silent) {
            loop.look(() -> table.change(endpointId, h -> h.failed(silent.fault())));
            throw silent;
        }
    }
}
