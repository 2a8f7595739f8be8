package org.ronron.ui.topology;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.core.model.Space;
import org.ronron.core.model.Workload;

/**
 * Which space a workload serves, where that is said: its label names it, or its job has the space's
 * very name. Never guessed from likeness. Pure.
 */
final class Served {
    /** The label by which a workload says its space. */
    private static final String LABEL = "space";

    /** The label by which a scheduler says in which namespace a job's name is one. */
    static final String NAMESPACE = "namespace";

    private final Map<String, Space> spaces = new HashMap<>();

    /** Connections that place services by jobs: an image's name is no job. */
    private final Set<String> placing = new HashSet<>();

    Served(Collective collective) {
        collective.spaces().forEach(s -> spaces.put(s.name(), s));
        collective.nodes().stream()
                .flatMap(n -> n.presences().stream())
                .filter(Node.Presence::places)
                .forEach(p -> placing.add(p.endpointId()));
    }

    Optional<Space> by(Workload workload) {
        if (spaces.isEmpty()) {
            return Optional.empty();
        }
        Space labelled = spaces.get(workload.labels().getOrDefault(LABEL, ""));
        if (labelled != null || !placing.contains(endpoint(workload))) {
            return Optional.ofNullable(labelled);
        }
        String namespace = workload.labels().getOrDefault(NAMESPACE, "") + "/";
        return workload.group()
                .map(job -> job.startsWith(namespace) ? job.substring(namespace.length()) : job)
                .flatMap(job -> Optional.ofNullable(spaces.get(job)));
    }

    /** Id of the connection that tells of it. */
    static String endpoint(Workload workload) {
        int end = workload.id().indexOf('/');
        return end < 0 ? "" : workload.id().substring(0, end);
    }
}
