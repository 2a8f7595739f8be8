package org.ronron.core.desk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.ronron.api.CommonError;
import org.ronron.api.Connector;
import org.ronron.api.Setting;
import org.ronron.core.model.Heard;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.Workspace;

/** What was typed into a form, checked and made a connection of. */
record Drafts(DeskPorts ports, Table table) {
    Connector connector(EndpointDraft draft) throws RefusedException {
        return ports.connector(draft.type())
                .orElseThrow(
                        () -> Refuse.of(OwnError.UNKNOWN_TYPE, draft.name(), "type", draft.type()));
    }

    /**
     * @param own the id of the connection that is called so, if it is there already
     */
    void checkName(String name, String own) throws RefusedException {
        if (name.isBlank()) {
            throw Refuse.setting("name", name);
        }
        for (Heard h : table.connections()) {
            boolean other = !h.row().id().equals(own);
            if (other && h.row().name().equalsIgnoreCase(name.strip())) {
                throw Refuse.of(OwnError.NAME_TAKEN, h.row().name(), "name", h.row().name());
            }
        }
    }

    /** Refused when something that the connector needs is neither typed nor in the row. */
    void checkRequired(Workspace.EndpointRow row, Connector connector) throws RefusedException {
        Set<String> given = new HashSet<>(row.settings().keySet());
        given.addAll(row.secrets().keySet());
        for (Setting setting : connector.descriptor().settings()) {
            boolean needed = setting.required() && setting.preset().isEmpty();
            if (needed && !given.contains(setting.key())) {
                throw Refuse.of(
                        CommonError.BAD_SETTING,
                        row.name(),
                        "setting",
                        setting.key(),
                        "reason",
                        "");
            }
        }
    }

    /** Settings left empty are not kept: presets apply. */
    static Map<String, String> settings(EndpointDraft draft) {
        Map<String, String> settings = new HashMap<>();
        draft.settings()
                .forEach(
                        (key, value) -> {
                            if (!value.isBlank()) {
                                settings.put(key, value.strip());
                            }
                        });
        return Map.copyOf(settings);
    }

    /** A connection that is new, or only tried: each secret under a name of this id. */
    static Workspace.EndpointRow row(String id, String collectiveId, EndpointDraft draft) {
        return new Workspace.EndpointRow(
                id,
                collectiveId,
                draft.type(),
                draft.name().strip(),
                settings(draft),
                typed(id, draft),
                0);
    }

    /**
     * A connection as changed: what was not typed anew stays under its name, what was typed has a
     * name of its own, so that the old secret is there until the new one is kept.
     *
     * @param id of what is new, made now
     */
    static Workspace.EndpointRow changed(
            Workspace.EndpointRow before, EndpointDraft draft, String id) {
        Map<String, String> secrets = new HashMap<>(before.secrets());
        secrets.keySet().removeAll(draft.secrets().keySet());
        secrets.putAll(typed(before.id() + "/" + id, draft));
        Map<String, String> settings = settings(draft);
        boolean same = settings.equals(before.settings()) && secrets.equals(before.secrets());
        return new Workspace.EndpointRow(
                before.id(),
                before.collectiveId(),
                before.type(),
                draft.name().strip(),
                settings,
                Map.copyOf(secrets),
                same ? before.writableUntil() : 0);
    }

    private static Map<String, String> typed(String prefix, EndpointDraft draft) {
        Map<String, String> secrets = new HashMap<>();
        draft.secrets()
                .forEach(
                        (key, value) -> {
                            if (value.length > 0) {
                                secrets.put(key, prefix + "/" + key);
                            }
                        });
        return Map.copyOf(secrets);
    }
}
