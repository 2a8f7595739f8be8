package org.ronron.core.desk;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.ronron.api.Fault;
import org.ronron.core.plan.MoveNode;
import org.ronron.core.plan.NodeChange;
import org.ronron.core.plan.Plan;

/** Changes that are wished, and their way to a plan. Futures fail with {@code RefusedException}. */
public interface Staging {
    /**
     * What these moves would do together with what is staged; computed here, off the caller's
     * thread, without asking any system.
     */
    CompletableFuture<MoveForecast> forecast(List<MoveNode> moves);

    /**
     * What each cluster that stores data survives as it stands, nothing moved: the forecast of no
     * move. Computed here like {@link #forecast}; a cluster is left out where its connector cannot
     * tell.
     */
    CompletableFuture<List<Plan.ClusterForecast>> standing();

    /**
     * Stages; a change of a node that is staged already replaces it, one that asks for what is so
     * already removes it.
     */
    CompletableFuture<Void> stage(List<? extends NodeChange> changes);

    /** Takes the last staging back (Ctrl+Z). */
    void unstageLast();

    void discardStaged();

    /** Asks the endpoints concerned again, and computes the plan for what is staged. */
    CompletableFuture<Plan> review();

    /**
     * A forecast for the eye: by cluster, with whether each node may move at all.
     *
     * @param services by name, those that stop where they are and start again elsewhere
     * @param missing what our logins may not do of it, by endpoint
     */
    record MoveForecast(
            List<Plan.ClusterForecast> clusters,
            List<Refusal> refusals,
            Plan.CutOff cutOff,
            List<String> services,
            List<Fault> missing) {
        /** One that names no services. */
        public MoveForecast(
                List<Plan.ClusterForecast> clusters, List<Refusal> refusals, Plan.CutOff cutOff) {
            this(clusters, refusals, cutOff, List.of(), List.of());
        }
    }

    /**
     * A node that cannot change zone.
     *
     * @param reason text key {@code immovable.<reason>}, whose {@code .instead} says what can be
     *     done
     */
    record Refusal(String nodeId, String nodeName, String reason) {}
}
