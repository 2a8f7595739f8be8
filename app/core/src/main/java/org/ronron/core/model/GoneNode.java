package org.ronron.core.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.ronron.api.Json;
import org.ronron.api.NodeFact;
import org.ronron.api.NodeRoom;
import org.ronron.core.port.Journal;

/**
 * A machine that a system's list named, and that no system names any more. Nobody tells when one is
 * taken away: it is only missing from the next list.
 *
 * @param zone where it stood last
 * @param since when it was missing for the first time
 * @param endpoints ids of those that named it
 */
public record GoneNode(
        String id,
        String name,
        String zone,
        Instant since,
        Optional<Instant> seen,
        Set<String> endpoints) {
    /** Why it cannot be moved: the last part of {@code immovable.<reason>}. */
    private static final String GONE = "gone";

    public GoneNode {
        endpoints = Set.copyOf(endpoints);
    }

    public static GoneNode of(Node node, Instant since) {
        Set<String> by =
                node.presences().stream()
                        .map(Node.Presence::endpointId)
                        .collect(Collectors.toSet());
        return new GoneNode(node.id(), node.name(), node.zone(), since, node.seen(), by);
    }

    /** Those that were kept and neither came back nor were dismissed. */
    public static List<GoneNode> all(Edits edits) {
        return edits.of(Edits.GONE).entrySet().stream()
                .filter(e -> e.getValue().number("since").isPresent())
                .map(e -> read(e.getKey(), e.getValue()))
                .toList();
    }

    private static GoneNode read(String id, Json.Obj json) {
        return new GoneNode(
                id,
                json.word("name"),
                json.word("zone"),
                Instant.ofEpochMilli(json.number("since").orElse(0L)),
                json.number("seen").map(Instant::ofEpochMilli),
                Set.copyOf(json.texts("endpoints")));
    }

    /** The edit that keeps it. */
    public Journal.ModelEdit kept(String collectiveId) {
        Json.Obj json =
                Json.obj()
                        .with("name", name)
                        .with("zone", zone)
                        .with("since", since.toEpochMilli())
                        .with("endpoints", Json.texts(endpoints.stream().sorted().toList()));
        Json.Obj told = seen.isPresent() ? json.with("seen", seen.get().toEpochMilli()) : json;
        return new Journal.ModelEdit(collectiveId, Edits.GONE, id, told);
    }

    /** The edit that ends it: it came back, or a person has dismissed it. */
    public static Journal.ModelEdit ended(String collectiveId, String nodeId) {
        return new Journal.ModelEdit(collectiveId, Edits.GONE, nodeId, Json.obj());
    }

    /** As it is drawn: empty, in its last zone. What ran there runs elsewhere or waits. */
    Node node(Notes notes) {
        OptionalLong unknown = OptionalLong.empty();
        return new Node(
                id,
                name,
                zone,
                false,
                Node.State.STALE,
                NodeFact.Machine.UNKNOWN,
                Optional.of(GONE),
                seen,
                unknown,
                unknown,
                unknown,
                unknown,
                List.of(),
                List.of(),
                true,
                "",
                notes,
                NodeRoom.UNKNOWN,
                Optional.of(since));
    }
}
