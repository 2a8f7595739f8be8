package org.ronron.ui.pages.shared;

import java.util.Locale;
import java.util.Optional;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.core.plan.AlterSpace;
import org.ronron.core.plan.AnswerRequest;
import org.ronron.core.plan.BackUp;
import org.ronron.core.plan.Change;
import org.ronron.core.plan.CheckBackup;
import org.ronron.core.plan.MakeSpace;
import org.ronron.core.plan.Mend;
import org.ronron.core.plan.MoveNode;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.RestorePoint;
import org.ronron.core.plan.ServeNode;
import org.ronron.core.plan.Tell;
import org.ronron.resources.Texts;

/** A plan's title, in the reader's language. */
public final class PlanWords {
    private final Texts texts;

    public PlanWords(Texts texts) {
        this.texts = texts;
    }

    /** What the plan does: "porter onion de dathomir à corrin". */
    public String title(Plan plan, Optional<Collective> collective) {
        String moves = moves(plan, collective);
        return plan.undoes().isPresent() ? texts.get("review.title.undo", "moves", moves) : moves;
    }

    private String moves(Plan plan, Optional<Collective> collective) {
        if (plan.changes().isEmpty()) {
            return texts.count("review.title.steps", plan.steps().size());
        }
        if (plan.changes().size() == 1) {
            return one(plan, plan.changes().getFirst(), collective);
        }
        String n = texts.figures().whole(plan.changes().size());
        if (plan.moves().size() < plan.changes().size()) {
            return texts.get("review.title.changes", "n", n);
        }
        long zones = plan.moves().stream().map(MoveNode::zone).distinct().count();
        return zones == 1
                ? texts.get("review.title.many.to", "n", n, "to", plan.moves().getFirst().zone())
                : texts.get("review.title.many", "n", n);
    }

    private String one(Plan plan, Change change, Optional<Collective> collective) {
        return switch (change) {
            case MoveNode move -> {
                Optional<Node> node = collective.flatMap(c -> c.node(move.nodeId()));
                yield move(plan, move, node.map(Node::name).orElse(move.nodeId()), node);
            }
            case ServeNode serve ->
                    texts.get(
                            serve.serves() ? "review.title.serve" : "review.title.empty",
                            "node",
                            collective
                                    .flatMap(c -> c.node(serve.nodeId()))
                                    .map(Node::name)
                                    .orElse(serve.nodeId()));
            case MakeSpace make -> texts.get("review.title.make", "name", make.name());
            case AlterSpace alter ->
                    texts.get("review.title.space." + alter.section(), "name", alter.name());
            case AnswerRequest answer ->
                    texts.get(
                            "review.title.answer."
                                    + answer.answer().name().toLowerCase(Locale.ROOT),
                            "organisation",
                            answer.organisation());
            case BackUp run -> texts.get("review.title.backup.run", "key", run.key());
            case CheckBackup check -> texts.get("review.title.backup.check", "key", check.key());
            case RestorePoint restore ->
                    texts.get("review.title.backup.restore", "point", restore.point());
            case Mend mend -> texts.get("review.title.mend", "subject", mend.subject());
            case Tell tell -> tell.title();
        };
    }

    private String move(Plan plan, MoveNode move, String name, Optional<Node> node) {
        String key = "review.title." + move.truth().name().toLowerCase(Locale.ROOT);
        String seen = node.map(Node::zone).orElse("");
        String from = plan.origins().getOrDefault(move.nodeId(), seen);
        return from.isEmpty() || from.equals(move.zone())
                ? texts.get(key + ".to", "node", name, "to", move.zone())
                : texts.get(key, "node", name, "from", from, "to", move.zone());
    }

    /** The title as a sentence's beginning. */
    public static String capital(String title) {
        return title.isEmpty()
                ? title
                : title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
    }
}
