package org.ronron.core.desk;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.ronron.api.CommonError;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.Observation;
import org.ronron.api.Setting;
import org.ronron.core.model.Heard;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.Secrets;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Workspace;

/** Connections come, are tried, and go. Its acts run on the state thread. */
final class Connecting {
    private static final String DRAFT = "draft:";

    private final DeskPorts ports;
    private final DeskLoop loop;
    private final Table table;
    private final Chronicle chronicle;
    private final Asking asking;
    private final Questions questions;

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
    }

    CompletableFuture<Observation> test(EndpointDraft draft) {
        String id = DRAFT + ports.ids().next();
        Workspace.EndpointRow row = row(id, "", draft);
        draft.secrets().forEach((key, value) -> ports.secrets().lend(name(id, key), value));
        CompletableFuture<Observation> said =
                loop.away(
                        () -> {
                            try {
                                return asking.observe(row, connector(draft));
                            } finally {
                                ports.connections().drop(id);
                                draft.secrets()
                                        .keySet()
                                        .forEach(key -> ports.secrets().wipe(name(id, key)));
                            }
                        });
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

    void add(EndpointDraft draft) throws RefusedException, StorageException {
        try {
            Workspace.CollectiveRow collective = table.connectable();
            Connector connector = connector(draft);
            checkName(draft.name());
            checkRequired(draft, connector);
            String id = ports.ids().next();
            Workspace.EndpointRow row = row(id, collective.id(), draft);
            if (!row.secrets().isEmpty() && ports.secrets().state() != Secrets.State.OPEN) {
                throw Refuse.of(OwnError.VAULT_LOCKED, draft.name());
            }
            keep(row, draft, connector);
            table.put(Heard.nothing(row));
            chronicle.write(
                    collective.id(),
                    "history.connection-added",
                    "endpoint",
                    row.name(),
                    "type",
                    row.type());
            questions.noDraft();
            asking.one(row);
        } finally {
            draft.secrets().values().forEach(value -> Arrays.fill(value, '\0'));
        }
    }

    /** Secrets first: a connection never names one that is not in the vault. */
    private void keep(Workspace.EndpointRow row, EndpointDraft draft, Connector connector)
            throws RefusedException, StorageException {
        boolean kept = false;
        try {
            for (Map.Entry<String, String> secret : row.secrets().entrySet()) {
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
                dropSecrets(row);
            }
        }
    }

    void remove(String endpointId) throws RefusedException, StorageException {
        Workspace.EndpointRow row = table.connection(endpointId).row();
        ports.workspace().removeEndpoint(endpointId);
        table.forget(endpointId);
        ports.connections().drop(endpointId);
        chronicle.write(row.collectiveId(), "history.connection-removed", "endpoint", row.name());
        if (ports.secrets().state() == Secrets.State.OPEN) {
            dropSecrets(row);
        }
    }

    private void dropSecrets(Workspace.EndpointRow row) throws StorageException {
        for (String secret : row.secrets().values()) {
            ports.secrets().remove(secret);
        }
    }

    private Connector connector(EndpointDraft draft) throws RefusedException {
        return ports.connector(draft.type())
                .orElseThrow(
                        () -> Refuse.of(OwnError.UNKNOWN_TYPE, draft.name(), "type", draft.type()));
    }

    private void checkName(String name) throws RefusedException {
        if (name.isBlank()) {
            throw Refuse.setting("name", name);
        }
        for (Heard h : table.connections()) {
            if (h.row().name().equalsIgnoreCase(name.strip())) {
                throw Refuse.of(OwnError.NAME_TAKEN, h.row().name(), "name", h.row().name());
            }
        }
    }

    private static void checkRequired(EndpointDraft draft, Connector connector)
            throws RefusedException {
        for (Setting setting : connector.descriptor().settings()) {
            boolean given =
                    setting.kind() == Setting.Kind.SECRET
                            ? draft.secrets().getOrDefault(setting.key(), new char[0]).length > 0
                            : !draft.settings().getOrDefault(setting.key(), "").isBlank();
            if (setting.required() && setting.preset().isEmpty() && !given) {
                throw Refuse.of(
                        CommonError.BAD_SETTING,
                        draft.name(),
                        "setting",
                        setting.key(),
                        "reason",
                        "");
            }
        }
    }

    /** Settings left empty are not kept: presets apply. */
    private static Workspace.EndpointRow row(String id, String collectiveId, EndpointDraft draft) {
        Map<String, String> settings = new HashMap<>();
        draft.settings()
                .forEach(
                        (key, value) -> {
                            if (!value.isBlank()) {
                                settings.put(key, value.strip());
                            }
                        });
        Map<String, String> secrets = new HashMap<>();
        draft.secrets()
                .forEach(
                        (key, value) -> {
                            if (value.length > 0) {
                                secrets.put(key, name(id, key));
                            }
                        });
        return new Workspace.EndpointRow(
                id,
                collectiveId,
                draft.type(),
                draft.name().strip(),
                Map.copyOf(settings),
                Map.copyOf(secrets),
                0);
    }

    private static String name(String endpointId, String key) {
        return endpointId + "/" + key;
    }
}
