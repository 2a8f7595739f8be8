package org.ronron.core.plan;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.Actions;
import org.ronron.api.Backups;
import org.ronron.api.ConnectorException;
import org.ronron.api.Json;
import org.ronron.api.Session;
import org.ronron.core.model.Backup;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.port.Ids;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.Sessions;

/**
 * From something to be done with backups to a plan of one step, which the tool's machine goes on
 * with by itself. Asks the tool what it would load: never on a thread that must not wait.
 */
public final class BackupPlanner {
    private final Sessions sessions;
    private final Ids ids;
    private final InstantSource clock;

    public BackupPlanner(Sessions sessions, Ids ids, InstantSource clock) {
        this.sessions = sessions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The plan that carries the change out.
     *
     * @throws RefusedException {@code NO_SUCH_BACKUP}, {@code BAD_DESTINATION}, {@code NO_ROOM}, or
     *     the tool's own fault
     */
    public Plan plan(Collective now, BackupChange change) throws RefusedException {
        Backup series =
                now.safety().backups().stream()
                        .filter(b -> b.endpointId().equals(change.endpointId()))
                        .filter(b -> b.fact().key().equals(change.key()))
                        .findFirst()
                        .orElseThrow(() -> gone(change.key()));
        EndpointView endpoint =
                now.endpoint(change.endpointId()).orElseThrow(() -> gone(change.key()));
        String point = point(change);
        boolean named = !point.isEmpty() || change instanceof RestorePoint;
        if (named && series.fact().points().stream().noneMatch(p -> p.key().equals(point))) {
            throw gone(point);
        }
        String id = ids.next();
        Action action = new Action(endpoint.id(), verb(change), arguments(change, receipt(id)));
        return new Plan(
                id,
                now.id(),
                List.of(change),
                Map.of(),
                Map.of(endpoint.id(), endpoint.fingerprint()),
                clock.instant(),
                List.of(step(endpoint, action)),
                List.of(),
                Plan.CutOff.NOBODY,
                List.of(),
                Optional.empty());
    }

    private static RefusedException gone(String key) {
        return Wish.refused(OwnError.NO_SUCH_BACKUP, "key", key);
    }

    /** A plan's id as a machine may be given it: small letters, digits and hyphens. */
    static String receipt(String planId) {
        return planId.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
    }

    private static String verb(BackupChange change) {
        return switch (change) {
            case BackUp run -> Backups.RUN;
            case CheckBackup check -> Backups.CHECK;
            case RestorePoint restore -> Backups.RESTORE;
        };
    }

    private static String point(BackupChange change) {
        return switch (change) {
            case BackUp run -> "";
            case CheckBackup check -> check.point();
            case RestorePoint restore -> restore.point();
        };
    }

    private static Json.Obj arguments(BackupChange change, String receipt) throws RefusedException {
        Json.Obj all = Json.obj().with("key", change.key()).with("receipt", receipt);
        return switch (change) {
            case BackUp run -> all;
            case CheckBackup check ->
                    all.with("point", check.point()).with("data", Json.of(check.data()));
            case RestorePoint restore ->
                    all.with("point", restore.point())
                            .with("destination", destination(restore.destination()));
        };
    }

    /** An absolute path that says where it leads: nothing in it goes back up, or is left open. */
    private static String destination(String path) throws RefusedException {
        boolean clean =
                path.length() <= 1_000 && path.matches("(/(?!\\.{1,2}(/|$))[^/\\p{Cntrl}]+)+");
        if (!clean || !path.equals(path.strip())) {
            String shown = path.length() <= 60 ? path : path.substring(0, 60) + "…";
            throw Wish.refused(OwnError.BAD_DESTINATION, "destination", shown);
        }
        return path;
    }

    private Step step(EndpointView endpoint, Action action) throws RefusedException {
        try (Session session = sessions.reading(endpoint.id())) {
            Backups backups =
                    session.capability(Backups.class)
                            .orElseThrow(() -> internal(action, "no backups"));
            Actions actions =
                    session.capability(Actions.class)
                            .orElseThrow(() -> internal(action, "no actions"));
            Backups.Outlook outlook = backups.outlook(action);
            roomFor(action, outlook);
            ActionSpec spec = actions.describe(action);
            return new Step(
                    0,
                    List.of(),
                    Step.Kind.CALL,
                    spec.stepClass(),
                    endpoint.type(),
                    "step." + action.verb(),
                    values(endpoint, action.arguments(), outlook),
                    endpoint.name(),
                    Optional.of(action),
                    spec.exactCall(),
                    spec.mark(),
                    spec.deadline(),
                    "");
        } catch (ConnectorException failed) {
            throw new RefusedException(failed.fault(), failed);
        } catch (IllegalArgumentException wrong) {
            throw internal(action, String.valueOf(wrong.getMessage()));
        }
    }

    private static RefusedException internal(Action action, String what) {
        return Wish.refused(OwnError.INTERNAL, "what", action.verb() + ": " + what);
    }

    /** What cannot end well is not begun; where one of the two is not known it is not guessed. */
    private static void roomFor(Action action, Backups.Outlook outlook) throws RefusedException {
        OptionalLong free = outlook.free();
        OptionalLong bytes = outlook.bytes();
        boolean full =
                action.verb().equals(Backups.RESTORE)
                        && free.isPresent()
                        && bytes.isPresent()
                        && free.getAsLong() < bytes.getAsLong();
        if (full) {
            throw Wish.refused(
                    OwnError.NO_ROOM,
                    "destination",
                    action.arguments().word("destination"),
                    "neededBytes",
                    Long.toString(bytes.getAsLong()),
                    "freeBytes",
                    Long.toString(free.getAsLong()));
        }
    }

    /** As {@code plugins/README.md} tells connectors: figures only where they are known. */
    private static Map<String, String> values(
            EndpointView endpoint, Json.Obj arguments, Backups.Outlook outlook) {
        Map<String, String> values = new TreeMap<>();
        values.put("endpoint", endpoint.name());
        for (String name : List.of("key", "point", "destination")) {
            values.put(name, arguments.word(name));
        }
        values.put("data", Boolean.toString(arguments.bool("data").orElse(false)));
        outlook.took().ifPresent(took -> values.put("took", Long.toString(took.toSeconds())));
        outlook.bytes().ifPresent(bytes -> values.put("size", Long.toString(bytes)));
        outlook.free().ifPresent(free -> values.put("free", Long.toString(free)));
        if (!outlook.running().isEmpty()) {
            values.put("running", String.join("\n", outlook.running()));
        }
        return values;
    }
}
