package org.ronron.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Parts of a cluster of one kind, of which only so many may be missing: the drives of an erasure
 * set, the replicas of a database. Kept in a cluster's state; what is left while machines are
 * carried is worked out from it, where the system moves nothing itself.
 *
 * @param spare so many may be missing from now on with everything still working
 * @param parts how many each node holds, by its key; what does not work already is left out
 */
public record Quorum(int spare, Map<String, Integer> parts) {
    /**
     * A connector with quorums has these texts: how many parts more may be missing ({@code value}),
     * that none may, that something cannot be written.
     */
    public static final Set<String> TEXTS =
            Set.of("forecast.awaySpare", "forecast.awayBare", "forecast.awayBlocked");

    private static final String MEMBER = "quorums";

    public Quorum {
        parts = Map.copyOf(parts);
    }

    /** A cluster's state with these in it. */
    public static Json.Obj put(Json.Obj state, List<Quorum> quorums) {
        return state.with(MEMBER, Json.arr(quorums.stream().map(Quorum::json).toList()));
    }

    /**
     * Those of a cluster's state, or what follows from its {@code members} where they are a primary
     * and its replicas; none where its connector tells of neither.
     */
    public static List<Quorum> of(Json.Obj state) {
        List<Quorum> told = state.objects(MEMBER).stream().map(Quorum::read).toList();
        return told.isEmpty() ? new Replicas(state.objects("members")).quorums() : told;
    }

    private Json.Obj json() {
        Json.Obj held = Json.obj();
        for (Map.Entry<String, Integer> part : new TreeMap<>(parts).entrySet()) {
            held = held.with(part.getKey(), part.getValue());
        }
        return Json.obj().with("spare", spare).with("parts", held);
    }

    private static Quorum read(Json.Obj json) {
        Map<String, Integer> parts = new TreeMap<>();
        Json.Obj held = json.object("parts");
        for (String node : held.members().keySet()) {
            parts.put(node, held.number(node).orElse(0L).intValue());
        }
        return new Quorum(json.number("spare").orElse(0L).intValue(), parts);
    }
}
