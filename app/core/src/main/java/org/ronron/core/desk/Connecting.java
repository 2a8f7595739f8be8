package org.ronron.core.desk;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.Observation;
import org.ronron.core.model.Heard;
import org.ronron.core.model.ObservationJson;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.Secrets;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Workspace;

/** Connections come, are tried, are changed, and go. Its acts run on the state thread. */
final class Connecting {
    private static final String DRAFT = "draft:";

    private final DeskPorts ports;
    private final DeskLoop loop;
    private final Table table;
    private final Chronicle chronicle;
    private final Asking asking;
    private final Questions questions;
    private final Drafts drafts;

    Connecting(
            DeskPorts ports,
            DeskLoop loop,
            Table table,
            Chronicle chronicle,
            Asking asking,
            Questions questions) {
        this.ports = ports;
        this.loop = loop;
        this.table = table;
        this.chronicle = chronicle;
        this.asking = asking;
        this.questions = questions;
        this.drafts = new Drafts(ports, table);
    }

    /** A draft that is being asked, under an id that only this trial has. */
    record Asked(Workspace.EndpointRow row, CompletableFuture<Observation> said) {}

    /**
     * @param of the connection that the draft changes: of its secrets, those not typed anew are
     *     taken from the vault
     */
    CompletableFuture<Observation> test(Optional<String> of, EndpointDraft draft) {
        Asked asked = ask(of, draft);
        Workspace.EndpointRow row = asked.row();
        CompletableFuture<Observation> said = asked.said();
        CompletableFuture<Observation> answer = new CompletableFuture<>();
        said.whenComplete(
                (observation, why) ->
                        loop.act(
                                        () -> {
                                            questions.noDraft();
                                            if (why != null
                                                    && DeskLoop.bare(why)
                                                            instanceof RefusedException e) {
                                                questions.ofDraft(row, e.fault());
                                            }
                                            return true;
                                        })
                                .whenComplete(
                                        (done, ignored) -> {
                                            if (why == null) {
                                                answer.complete(observation);
                                            } else {
                                                answer.completeExceptionally(DeskLoop.bare(why));
                                            }
                                        }));
        return answer;
    }

    /** Asks once and keeps nothing. */
    Asked ask(Optional<String> of, EndpointDraft draft) {
        String id = DRAFT + ports.ids().next();
        Workspace.EndpointRow typed = Drafts.row(id, "", draft);
        typed.secrets().forEach((key, name) -> lend(name, draft.secrets().get(key)));
        Map<String, String> kept =
                new HashMap<>(of.map(table.rows::get).map(r -> r.secrets()).orElse(Map.of()));
        kept.keySet().removeAll(draft.secrets().keySet());
        Workspace.EndpointRow row = with(typed, kept);
        return new Asked(
                row,
                loop.away(
                        () -> {
                            try {
                                return asking.observe(row, drafts.connector(draft));
                            } finally {
                                ports.connections().drop(id);
                                typed.secrets().values().forEach(ports.secrets()::wipe);
                            }
                        }));
    }

    void add(EndpointDraft draft) throws RefusedException, StorageException {
        Workspace.EndpointRow row = added(draft);
        table.put(Heard.nothing(row));
        questions.noDraft();
        asking.one(row);
    }

    /** As {@link #add}, of one that has just been tried: what it said is taken as heard. */
    String add(EndpointDraft draft, Observation seen) throws RefusedException, StorageException {
        Workspace.EndpointRow row = added(draft);
        table.put(Heard.nothing(row).said(seen));
        ports.workspace()
                .saveObservation(row.id(), seen.at().toEpochMilli(), ObservationJson.write(seen));
        return row.id();
    }

    private Workspace.EndpointRow added(EndpointDraft draft)
            throws RefusedException, StorageException {
        try {
            Workspace.CollectiveRow collective = table.connectable();
            Connector connector = drafts.connector(draft);
            drafts.checkName(draft.name(), "");
            Workspace.EndpointRow row = Drafts.row(ports.ids().next(), collective.id(), draft);
            drafts.checkRequired(row, connector);
            if (!row.secrets().isEmpty() && ports.secrets().state() != Secrets.State.OPEN) {
                throw Refuse.of(OwnError.VAULT_LOCKED, draft.name());
            }
            keep(row, row.secrets(), draft, connector);
            chronicle.write(
                    collective.id(),
                    "history.connection-added",
                    "endpoint",
                    row.name(),
                    "type",
                    row.type());
            return row;
        } finally {
            draft.secrets().values().forEach(value -> Arrays.fill(value, '\0'));
        }
    }

    /**
     * Keeps the connection as the draft has it, under the same id; its line is dropped. Writing
     * ends with it, unless only the name is another.
     */
    void edit(String endpointId, EndpointDraft draft) throws RefusedException, StorageException {
        try {
            table.connectable();
            Workspace.EndpointRow before = table.connection(endpointId).row();
            Connector connector = drafts.connector(draft);
            if (!draft.type().equals(before.type())) {
                throw Refuse.setting("type", draft.type());
            }
            drafts.checkName(draft.name(), endpointId);
            Workspace.EndpointRow row = Drafts.changed(before, draft, ports.ids().next());
            drafts.checkRequired(row, connector);
            Map<String, String> fresh = without(row.secrets(), before.secrets());
            if (!draft.secrets().isEmpty() && ports.secrets().state() != Secrets.State.OPEN) {
                throw Refuse.of(OwnError.VAULT_LOCKED, draft.name());
            }
            keep(row, fresh, draft, connector);
            dropSecrets(without(before.secrets(), row.secrets()));
            table.change(endpointId, h -> h.with(row).cleared());
            tell(before, row);
            questions.noDraft();
            asking.anew(row);
        } finally {
            draft.secrets().values().forEach(value -> Arrays.fill(value, '\0'));
        }
    }

    private void tell(Workspace.EndpointRow before, Workspace.EndpointRow row)
            throws StorageException {
        String collective = row.collectiveId();
        if (!before.name().equals(row.name())) {
            chronicle.write(
                    collective,
                    "history.connection-renamed",
                    "before",
                    before.name(),
                    "endpoint",
                    row.name());
        }
        if (!before.settings().equals(row.settings()) || !before.secrets().equals(row.secrets())) {
            chronicle.write(collective, "history.connection-changed", "endpoint", row.name());
        }
        if (before.writableUntil() != 0 && row.writableUntil() == 0) {
            chronicle.write(collective, "history.writing-off", "endpoint", row.name());
        }
    }

    /** What the first names and the second does not. */
    private static Map<String, String> without(Map<String, String> all, Map<String, String> less) {
        Map<String, String> rest = new HashMap<>(all);
        rest.values().removeAll(less.values());
        return rest;
    }

    /** Secrets first: a connection never names one that is not in the vault. */
    private void keep(
            Workspace.EndpointRow row,
            Map<String, String> fresh,
            EndpointDraft draft,
            Connector connector)
            throws RefusedException, StorageException {
        boolean kept = false;
        try {
            for (Map.Entry<String, String> secret : fresh.entrySet()) {
                char[] value = draft.secrets().getOrDefault(secret.getKey(), new char[0]);
                ports.secrets().put(secret.getValue(), value);
            }
            ports.connections().open(row, connector, false, Asking.timeout(row)).close();
            ports.workspace().saveEndpoint(row);
            kept = true;
        } catch (ConnectorException refused) {
            throw new RefusedException(refused.fault(), refused);
        } finally {
            if (!kept) {
                dropSecrets(fresh);
            }
        }
    }

    void remove(String endpointId) throws RefusedException, StorageException {
        Workspace.EndpointRow row = table.connection(endpointId).row();
        ports.workspace().removeEndpoint(endpointId);
        table.forget(endpointId);
        ports.connections().drop(endpointId);
        chronicle.write(row.collectiveId(), "history.connection-removed", "endpoint", row.name());
        dropSecrets(row.secrets());
    }

    /** Those of a locked vault stay: nothing names them any more. */
    private void dropSecrets(Map<String, String> gone) throws StorageException {
        if (ports.secrets().state() == Secrets.State.OPEN) {
            for (String secret : gone.values()) {
                ports.secrets().remove(secret);
            }
        }
    }

    private void lend(String name, char @Nullable [] value) {
        if (value != null) {
            ports.secrets().lend(name, value);
        }
    }

    private static Workspace.EndpointRow with(
            Workspace.EndpointRow row, Map<String, String> secrets) {
        Map<String, String> all = new HashMap<>(secrets);
        all.putAll(row.secrets());
        return new Workspace.EndpointRow(
                row.id(),
                row.collectiveId(),
                row.type(),
                row.name(),
                row.settings(),
                Map.copyOf(all),
                0);
    }
}
