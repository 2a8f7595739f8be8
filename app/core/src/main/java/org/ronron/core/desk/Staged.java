package org.ronron.core.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Json;
import org.ronron.core.model.Collective;
import org.ronron.core.plan.MoveNode;

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
    record Gesture(String id, List<MoveNode> moves) {
        Gesture {
            moves = List.copyOf(moves);
        }
    }

    Staged {
        gestures = List.copyOf(gestures);
    }

    Staged and(String id, List<MoveNode> moves) {
        List<Gesture> next = new ArrayList<>(gestures);
        next.add(new Gesture(id, moves));
        return new Staged(next);
    }

    Staged withoutLast() {
        return gestures.isEmpty() ? this : new Staged(gestures.subList(0, gestures.size() - 1));
    }

    /** These wishes without those that an operation, whose id came after them, has taken up. */
    Staged without(String operationId, List<MoveNode> taken) {
        List<Gesture> left = new ArrayList<>();
        for (Gesture g : gestures) {
            boolean later = g.id().compareTo(operationId) > 0;
            List<MoveNode> moves =
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
    List<MoveNode> moves(Collective collective) {
        Map<String, MoveNode> last = new LinkedHashMap<>();
        for (Gesture gesture : gestures) {
            for (MoveNode move : gesture.moves()) {
                last.remove(move.nodeId());
                last.put(move.nodeId(), move);
            }
        }
        return last.values().stream().filter(m -> moves(m, collective)).toList();
    }

    private static boolean moves(MoveNode move, Collective collective) {
        return collective.node(move.nodeId()).filter(n -> !n.standsIn(move.zone())).isPresent();
    }

    Json.Obj write() {
        List<Json.Obj> all = new ArrayList<>();
        for (Gesture g : gestures) {
            List<Json.Obj> moves = g.moves().stream().map(Staged::move).toList();
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
            List<MoveNode> moves =
                    g.objects("moves").stream().flatMap(m -> move(m).stream()).toList();
            gestures.add(new Gesture(g.text("id").orElse(""), moves));
        }
        return new Staged(gestures);
    }

    private static Json.Obj move(MoveNode move) {
        return Json.obj()
                .with("node", move.nodeId())
                .with("zone", move.zone())
                .with("truth", move.truth().name());
    }

    private static Optional<MoveNode> move(Json.Obj json) {
        for (MoveNode.Truth truth : MoveNode.Truth.values()) {
            if (json.text("truth").filter(truth.name()::equals).isPresent()) {
                return Optional.of(
                        new MoveNode(
                                json.text("node").orElse(""), json.text("zone").orElse(""), truth));
            }
        }
        return Optional.empty();
    }
}
