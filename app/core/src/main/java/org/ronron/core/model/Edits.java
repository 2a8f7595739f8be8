package org.ronron.core.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Json;
import org.ronron.core.port.Journal;

/**
 * Our own words on a collective, by kind and subject, as the workspace keeps them. Immutable. This
 * is the one place that knows the shape of each kind:
 *
 * <ul>
 *   <li>{@link #NOTES}: subject {@code zone:<name>} or {@code node:<id>}; members {@code home},
 *       {@code phone}, {@code hours}, {@code key}, {@code router}, {@code restart}, {@code role}
 *   <li>{@link #ZONE_BY_HAND}: subject a node's id; member {@code zone}
 *   <li>{@link #MACHINE_KIND}: subject a node's id; member {@code kind}: {@code home}, {@code
 *       rented}, {@code vm}, {@code region}
 *   <li>{@link #OWNER}: subject a node's id; member {@code owner}: empty, {@code salt}, {@code
 *       nixos}, {@code other}
 *   <li>{@link #PUBLISHED}: subject {@code totals} or {@code zone:<name>}, members {@code
 *       memoryReserved}, {@code memory} (bytes), {@code cpuReserved}, {@code cpu} (MHz), each only
 *       where it was published; subject {@code facts}, members text key to value
 *   <li>{@link #SPACE}: subject a space's name; members {@code blueprint}, {@code organisation},
 *       {@code address}, {@code options} (one of them the {@code mark} that it was made with),
 *       {@code made} (UTC milliseconds); or {@code gone}, once it was removed
 *   <li>{@link #REQUEST}: subject a key of ours; a request that was typed in here, and its {@code
 *       contact} ({@code name}, {@code email}) until it is decided, at most 30 days
 *   <li>{@link #ACCEPTED}: subject the identity of a finding; members {@code reason}, {@code who},
 *       {@code at} (UTC milliseconds), {@code until} (an ISO day), {@code severity} (what it
 *       weighed then), {@code kind}, {@code type}, {@code subject}; none once that was taken back
 *   <li>{@link #GONE}: subject a node's id; members {@code name}, {@code zone}, {@code since} and
 *       perhaps {@code seen} (UTC milliseconds), {@code endpoints} (ids of those that named it): no
 *       system names it any more. None once it came back or was dismissed
 * </ul>
 */
public record Edits(Map<String, Map<String, Json.Obj>> byKind) {
    public static final String NOTES = "notes";
    public static final String ZONE_BY_HAND = "zone-by-hand";
    public static final String MACHINE_KIND = "machine-kind";
    public static final String OWNER = "owner";
    public static final String PUBLISHED = "published";
    public static final String SPACE = "space";
    public static final String REQUEST = "request";

    public static final String ACCEPTED = "accepted-finding";

    public static final String GONE = "gone-node";

    /** The kinds that the picture of a collective is made with. */
    public static final List<String> KINDS =
            List.of(
                    NOTES,
                    ZONE_BY_HAND,
                    MACHINE_KIND,
                    OWNER,
                    PUBLISHED,
                    SPACE,
                    REQUEST,
                    ACCEPTED,
                    GONE);

    public static final Edits NONE = new Edits(Map.of());

    public Edits {
        Map<String, Map<String, Json.Obj>> copy = new HashMap<>();
        byKind.forEach((kind, edits) -> copy.put(kind, Map.copyOf(edits)));
        byKind = Map.copyOf(copy);
    }

    /** The edits of one kind, by subject. */
    public Map<String, Json.Obj> of(String kind) {
        return byKind.getOrDefault(kind, Map.of());
    }

    /** These edits and those; where both have one, that of {@code over} stands. */
    public Edits with(Edits over) {
        Map<String, Map<String, Json.Obj>> all = new HashMap<>();
        byKind.forEach((kind, edits) -> all.put(kind, new HashMap<>(edits)));
        over.byKind.forEach(
                (kind, edits) -> all.computeIfAbsent(kind, k -> new HashMap<>()).putAll(edits));
        return new Edits(all);
    }

    /** What is known of a subject in one kind's text member, by the first id that has one. */
    Optional<String> text(String kind, List<String> ids, String member) {
        return ids.stream().flatMap(id -> edit(kind, id).text(member).stream()).findFirst();
    }

    Notes notes(List<String> subjects) {
        return subjects.stream()
                .flatMap(subject -> Optional.ofNullable(of(NOTES).get(subject)).stream())
                .map(Edits::notes)
                .findFirst()
                .orElse(Notes.EMPTY);
    }

    /** One edit; empty when there is none. */
    public Json.Obj edit(String kind, String subject) {
        return of(kind).getOrDefault(subject, Json.obj());
    }

    private static Notes notes(Json.Obj json) {
        return new Notes(
                json.text("home").orElse(""),
                json.text("phone").orElse(""),
                json.text("hours").orElse(""),
                json.text("key").orElse(""),
                json.text("router").orElse(""),
                json.text("restart").orElse(""),
                json.text("role").orElse(""));
    }

    /** The edit that sets notes. */
    public static Journal.ModelEdit notes(String collectiveId, String subject, Notes notes) {
        return new Journal.ModelEdit(
                collectiveId,
                NOTES,
                subject,
                Json.obj()
                        .with("home", notes.home())
                        .with("phone", notes.phone())
                        .with("hours", notes.hours())
                        .with("key", notes.key())
                        .with("router", notes.router())
                        .with("restart", notes.restart())
                        .with("role", notes.role()));
    }

    /** The edit that places a node by hand. */
    public static Journal.ModelEdit zoneByHand(String collectiveId, String nodeId, String zone) {
        return new Journal.ModelEdit(
                collectiveId, ZONE_BY_HAND, nodeId, Json.obj().with("zone", zone));
    }

    /** The edit that says what a machine is. */
    public static Journal.ModelEdit machineKind(String collectiveId, String nodeId, String kind) {
        return new Journal.ModelEdit(
                collectiveId, MACHINE_KIND, nodeId, Json.obj().with("kind", kind));
    }

    /** The edit that says who writes a node's configuration. */
    public static Journal.ModelEdit owner(String collectiveId, String nodeId, String owner) {
        return new Journal.ModelEdit(collectiveId, OWNER, nodeId, Json.obj().with("owner", owner));
    }
}
