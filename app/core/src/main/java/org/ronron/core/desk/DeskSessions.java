package org.ronron.core.desk;

import java.util.Optional;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.Json;
import org.ronron.api.LiveValue;
import org.ronron.api.Notices;
import org.ronron.api.Requests;
import org.ronron.api.Session;
import org.ronron.core.model.Edits;
import org.ronron.core.model.RequestRef;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.Sessions;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Workspace;

/** Sessions by an endpoint's id, as it is configured at this moment. Any thread. */
final class DeskSessions implements Sessions {
    private final DeskPorts ports;
    private final Table table;

    DeskSessions(DeskPorts ports, Table table) {
        this.ports = ports;
        this.table = table;
    }

    @Override
    public Session reading(String endpointId) throws RefusedException {
        return open(row(endpointId), false);
    }

    @Override
    public Session writing(String endpointId) throws RefusedException {
        Workspace.EndpointRow row = row(endpointId);
        if (row.writableUntil() <= ports.clock().instant().toEpochMilli()) {
            throw Refuse.of(OwnError.WRITING_OFF, row.name(), "endpoint", row.name());
        }
        return open(row, true);
    }

    @Override
    public Session telling(String endpointId) throws RefusedException {
        if (wanted(endpointId).filter(Notices.Wanted::on).isEmpty()) {
            return writing(endpointId);
        }
        return OnlyTelling.of(open(row(endpointId), true));
    }

    /** What is to be told by this connection; empty for a system that tells nobody. */
    Optional<Notices.Wanted> wanted(String endpointId) throws RefusedException {
        try (Session session = reading(endpointId)) {
            return session.capability(Notices.class).map(Notices::wanted);
        }
    }

    @Override
    public boolean locked(String endpointId) {
        try {
            return ports.secrets().lacks(row(endpointId).secrets().values());
        } catch (RefusedException gone) {
            return false;
        }
    }

    @Override
    public String live(LiveValue value) throws RefusedException {
        Requests.Contact contact = contact(new RequestRef(value.endpointId(), value.request()));
        return value.what().equals("name") ? contact.name() : contact.email();
    }

    /** Whom to write to. Waits for its source. */
    Requests.Contact contact(RequestRef ref) throws RefusedException {
        if (ref.byHand()) {
            return kept(ref);
        }
        try (Session session = reading(ref.endpointId())) {
            Optional<Requests> requests = session.capability(Requests.class);
            return requests.orElseThrow(() -> gone(ref)).contact(ref.key());
        } catch (ConnectorException failed) {
            throw new RefusedException(failed.fault(), failed);
        }
    }

    private Requests.Contact kept(RequestRef ref) throws RefusedException {
        try {
            for (Workspace.CollectiveRow collective : ports.workspace().collectives()) {
                Json.Obj edit =
                        ports.workspace()
                                .edits(collective.id(), Edits.REQUEST)
                                .getOrDefault(ref.key(), Json.obj());
                Json.Obj contact = edit.object("contact");
                if (!contact.word("email").isEmpty()) {
                    return new Requests.Contact(contact.word("name"), contact.word("email"));
                }
            }
        } catch (StorageException failed) {
            throw new RefusedException(failed.fault(), failed);
        }
        throw gone(ref);
    }

    private static RefusedException gone(RequestRef ref) {
        return Refuse.of(OwnError.CONTACT_GONE, "", "request", ref.key());
    }

    private Session open(Workspace.EndpointRow row, boolean writable) throws RefusedException {
        try {
            return ports.connections().open(row, connector(row), writable, Asking.timeout(row));
        } catch (ConnectorException refused) {
            throw new RefusedException(refused.fault(), refused);
        }
    }

    Connector connector(Workspace.EndpointRow row) throws RefusedException {
        return ports.connector(row.type())
                .orElseThrow(
                        () -> Refuse.of(OwnError.UNKNOWN_TYPE, row.name(), "type", row.type()));
    }

    /** As it lies on the desk; of a collective that is not open, as it is kept. */
    Workspace.EndpointRow row(String endpointId) throws RefusedException {
        Workspace.EndpointRow open = table.rows.get(endpointId);
        if (open != null) {
            return open;
        }
        try {
            for (Workspace.CollectiveRow collective : ports.workspace().collectives()) {
                for (Workspace.EndpointRow row : ports.workspace().endpoints(collective.id())) {
                    if (row.id().equals(endpointId)) {
                        return row;
                    }
                }
            }
        } catch (StorageException failed) {
            throw new RefusedException(failed.fault(), failed);
        }
        throw Refuse.internal("this connection is not there any more");
    }
}
