package org.ronron.core.desk;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Json;
import org.ronron.core.port.Journal;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Workspace;

/** What each way of telling knows, kept beside the collective. One thread at a time. */
final class ToldBook {
    private static final String KIND = "told";

    private final Workspace workspace;
    private final Map<String, Map<String, Told>> known = new HashMap<>();

    ToldBook(Workspace workspace) {
        this.workspace = workspace;
    }

    private Map<String, Told> of(String collectiveId) throws StorageException {
        Map<String, Told> ways = known.get(collectiveId);
        if (ways == null) {
            ways = new HashMap<>();
            for (Map.Entry<String, Json.Obj> one : workspace.edits(collectiveId, KIND).entrySet()) {
                ways.put(one.getKey(), Told.read(one.getValue()));
            }
            known.put(collectiveId, ways);
        }
        return ways;
    }

    /** Empty for a way by which nothing was to be told so far. */
    Optional<Told> of(String collectiveId, String way) throws StorageException {
        return Optional.ofNullable(of(collectiveId).get(way));
    }

    /** Kept on the disk first; when that fails, nothing is known that was not before. */
    void keep(String collectiveId, String way, Told told) throws StorageException {
        if (!told.equals(of(collectiveId).get(way))) {
            workspace.saveEdit(
                    new Journal.ModelEdit(collectiveId, KIND, way, told.json()), Optional.empty());
            of(collectiveId).put(way, told);
        }
    }

    /** Nothing is to be told by it any more: what comes later begins anew. */
    void forget(String collectiveId, String way) throws StorageException {
        if (of(collectiveId).containsKey(way)) {
            workspace.removeEdit(collectiveId, KIND, way);
            of(collectiveId).remove(way);
        }
    }
}
