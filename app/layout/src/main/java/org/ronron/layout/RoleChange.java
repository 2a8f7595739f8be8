package org.ronron.layout;

import java.util.List;
import java.util.stream.Stream;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Move;

/**
 * A change that we planned, held against the layouts that are found. A layout carries no author:
 * what stands in for a mark is its whole content.
 *
 * @param nodes as they will be told
 * @param was as they were
 * @param after digest of the layout that follows
 */
public record RoleChange(List<Node> nodes, List<Node> was, String after) {
    public RoleChange {
        nodes = List.copyOf(nodes);
        was = List.copyOf(was);
    }

    /** The change that moves make to a layout; nodes that are not in it are left out. */
    public static RoleChange of(ClusterLayout layout, List<Move> moves) {
        List<Node> nodes = layout.moved(moves);
        List<Node> was = nodes.stream().flatMap(n -> layout.node(n.id()).stream()).toList();
        return new RoleChange(nodes, was, layout.with(nodes).digest());
    }

    /** Whether it is staged, as far as the nodes of the change tell. */
    public Verdict staged(StagedLayout layout) {
        ClusterLayout next = layout.next();
        return nodes.stream().allMatch(next::says)
                ? Verdict.DONE
                : was.stream().allMatch(next::says) ? Verdict.NOT_DONE : Verdict.NOT_OURS;
    }

    /**
     * Whether it is what was applied.
     *
     * @param reached whether the layout's version is the one that the change leads to, or a later
     */
    public Verdict applied(ClusterLayout layout, boolean reached) {
        boolean exactly = layout.digest().equals(after);
        boolean among = nodes.stream().allMatch(layout::says);
        return !reached
                ? Verdict.NOT_DONE
                : exactly ? Verdict.DONE : among ? Verdict.APPEARED : Verdict.NOT_OURS;
    }

    /** Neither more nor less than ours is staged, and it leads to the layout of the plan. */
    public boolean exactly(StagedLayout layout) {
        return !layout.parametersStaged()
                && layout.removed().isEmpty()
                && layout.staged().size() == nodes.size()
                && layout.next().digest().equals(after);
    }

    /** Of this node's layout, all that is staged is ours, and the roles are as they were. */
    public boolean mayStage(StagedLayout layout) {
        List<Node> ours = Stream.concat(nodes.stream(), was.stream()).toList();
        return !layout.parametersStaged()
                && layout.removed().isEmpty()
                && layout.staged().stream().allMatch(s -> ours.stream().anyMatch(s::says))
                && ours.stream().anyMatch(layout.now()::says);
    }
}
