package org.ronron.core.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Fault;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;

/** A move that says something new of a machine that can be moved. */
record Wish(Node node, MoveNode move) {

    boolean carried() {
        return move.truth() == MoveNode.Truth.WILL_CARRY;
    }

    /** Whether what this endpoint says of the machine is not as wished yet. */
    boolean concerns(Node.Presence presence) {
        return presence.zone().isEmpty() || presence.contradicts(move.zone());
    }

    /**
     * What the moves come to, one a machine.
     *
     * @throws RefusedException when one cannot be, or two contradict each other
     */
    static List<Wish> of(Collective now, List<MoveNode> moves) throws RefusedException {
        Map<String, Wish> wishes = new LinkedHashMap<>();
        for (MoveNode move : moves) {
            Optional<Node> node = now.node(move.nodeId());
            if (node.isEmpty()) {
                throw cannotMove(move.nodeId(), "gone");
            }
            Optional<String> immovable = node.get().immovable();
            if (immovable.isPresent()) {
                throw cannotMove(node.get().name(), immovable.get());
            }
            Wish before = wishes.putIfAbsent(move.nodeId(), new Wish(node.get(), move));
            if (before != null && !before.move().equals(move)) {
                throw refused(OwnError.CONFLICTING, "node", node.get().name());
            }
        }
        return wishes.values().stream()
                .filter(wish -> !wish.node().standsIn(wish.move().zone()))
                .toList();
    }

    private static RefusedException cannotMove(String node, String reason) {
        return refused(OwnError.CANNOT_MOVE, "node", node, "reason", reason);
    }

    static RefusedException refused(OwnError code, String... details) {
        return new RefusedException(Fault.of(code, "", details));
    }
}
