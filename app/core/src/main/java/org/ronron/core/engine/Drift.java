package org.ronron.core.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.ClusterFact;
import org.ronron.api.Fault;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;
import org.ronron.core.plan.Plan;
import org.ronron.core.port.Freshness;
import org.ronron.core.port.OwnError;

/** What has moved since a plan was computed, in names and arrows. */
final class Drift {
    private static final int MOST = 5;
    private static final int SHORT = 8;

    private Drift() {}

    /** The fault of a plan that does not hold any more; empty when it does. */
    static Optional<Fault> from(Plan plan, String endpoint, String name, Freshness.Look look) {
        String basis = plan.basis().getOrDefault(endpoint, "");
        if (basis.equals(look.now().fingerprint())) {
            return Optional.empty();
        }
        String moved =
                look.before()
                        .filter(before -> before.fingerprint().equals(basis))
                        .map(before -> words(before, look.now()))
                        .filter(words -> !words.isEmpty())
                        .orElseGet(() -> cut(basis) + " → " + cut(look.now().fingerprint()));
        return Optional.of(Fault.of(OwnError.PLAN_STALE, name, "endpoint", name, "moved", moved));
    }

    private static String cut(String fingerprint) {
        return "#" + fingerprint.substring(0, Math.min(SHORT, fingerprint.length()));
    }

    static String words(Observation before, Observation now) {
        List<String> moved = new ArrayList<>();
        if (!before.version().equals(now.version())) {
            moved.add(before.version() + " → " + now.version());
        }
        Map<String, NodeFact> old = new LinkedHashMap<>();
        before.nodes().forEach(node -> old.put(node.key(), node));
        for (NodeFact node : now.nodes()) {
            NodeFact was = old.remove(node.key());
            if (was == null) {
                moved.add("+ " + node.name());
            } else if (!said(was).equals(said(node))) {
                moved.add(node.name() + " : " + said(was) + " → " + said(node));
            }
        }
        old.values().forEach(node -> moved.add("− " + node.name()));
        clusters(before, now, moved);
        String more = moved.size() > MOST ? " …" : "";
        return String.join(", ", moved.subList(0, Math.min(MOST, moved.size()))) + more;
    }

    private static String said(NodeFact node) {
        return node.zone().orElse("–") + " " + node.role() + " " + node.reach();
    }

    private static void clusters(Observation before, Observation now, List<String> moved) {
        for (ClusterFact cluster : now.clusters()) {
            boolean other =
                    before.clusters().stream()
                            .filter(c -> c.key().equals(cluster.key()))
                            .anyMatch(c -> !c.state().equals(cluster.state()));
            if (other && moved.isEmpty()) {
                moved.add(cluster.name());
            }
        }
    }
}
