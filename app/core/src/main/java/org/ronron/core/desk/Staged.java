package org.ronron.core.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.ronron.api.Json;
import org.ronron.core.model.Collective;
import org.ronron.core.plan.Change;
import org.ronron.core.plan.ChangeJson;
import org.ronron.core.plan.MoveNode;
import org.ronron.core.plan.NodeChange;
import org.ronron.core.plan.ServeNode;

/**
 * Wished moves, gesture by gesture, so that the last one can be taken back. What is wished in the
 * end depends on where the machines stand now, and is worked out each time.
 */
record Staged(List<Gesture> gestures) {
    /** Kind and subject of the edit that keeps it. */
    static final String KIND = "staged";

    static final String SUBJECT = "moves";
    static final Staged NONE = new Staged(List.of());
    private static final int FORMAT = 1;

    /** What was dropped at once; the id tells what came after it. */
    record Gesture(String id, List<NodeChange> moves) {
        Gesture {
            moves = List.copyOf(moves);
        }
    }

    Staged {
        gestures = List.copyOf(gestures);
    }

    Staged and(String id, List<? extends NodeChange> moves) {
        List<Gesture> next = new ArrayList<>(gestures);
        next.add(new Gesture(id, List.copyOf(moves)));
        return new Staged(next);
    }

    Staged withoutLast() {
        return gestures.isEmpty() ? this : new Staged(gestures.subList(0, gestures.size() - 1));
    }

    /** These wishes without those that an operation, whose id came after them, has taken up. */
    Staged without(String operationId, List<? extends Change> taken) {
        List<Gesture> left = new ArrayList<>();
        for (Gesture g : gestures) {
            boolean later = g.id().compareTo(operationId) > 0;
            List<NodeChange> moves =
                    g.moves().stream().filter(m -> later || !taken.contains(m)).toList();
            if (!moves.isEmpty()) {
                left.add(new Gesture(g.id(), moves));
            }
        }
        return new Staged(left);
    }

    /**
     * One move a machine, the last word counting; a move home is none, nor one of a lost machine.
     */
    List<NodeChange> moves(Collective collective) {
        Map<String, NodeChange> last = new LinkedHashMap<>();
        for (Gesture gesture : gestures) {
            for (NodeChange move : gesture.moves()) {
                last.remove(move.nodeId());
                last.put(move.nodeId(), move);
            }
        }
        return last.values().stream().filter(m -> moves(m, collective)).toList();
    }

    private static boolean moves(NodeChange change, Collective collective) {
        return collective
                .node(change.nodeId())
                .filter(
                        n ->
                                switch (change) {
                                    case MoveNode move -> !n.standsIn(move.zone());
                                    case ServeNode serve -> !n.serves(serve.serves());
                                })
                .isPresent();
    }

    Json.Obj write() {
        List<Json.Obj> all = new ArrayList<>();
        for (Gesture g : gestures) {
            List<Json.Obj> moves = g.moves().stream().map(ChangeJson::write).toList();
            all.add(Json.obj().with("id", g.id()).with("moves", Json.arr(moves)));
        }
        return Json.obj().with("format", FORMAT).with("gestures", Json.arr(all));
    }

    static Staged read(Json.Obj json) {
        if (json.number("format").orElse(0L) != FORMAT) {
            return NONE;
        }
        List<Gesture> gestures = new ArrayList<>();
        for (Json.Obj g : json.objects("gestures")) {
            List<NodeChange> moves =
                    g.objects("moves").stream().flatMap(m -> move(m).stream()).toList();
            gestures.add(new Gesture(g.text("id").orElse(""), moves));
        }
        return new Staged(gestures);
    }

    /** What a later version wished is left to it. */
    private static Optional<NodeChange> move(Json.Obj json) {
        try {
            return Optional.of(ChangeJson.node(json));
        } catch (NoSuchElementException | IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
