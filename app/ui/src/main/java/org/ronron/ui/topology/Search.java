package org.ronron.ui.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.core.model.Space;
import org.ronron.core.model.Workload;
import org.ronron.ui.parts.Plain;

/**
 * Looks for words in all that is known of machines and of what runs on them, without regard to case
 * or accents. A picture's texts are folded once; of the next picture only what has changed.
 * Immutable.
 */
final class Search {
    static final Search NONE = new Search(List.of(), Map.of());

    /** Between two texts: no word that is looked for goes over it. */
    private static final char END = '\n';

    /** A machine's text, and that of each workload in the same order. */
    private record Entry(Node node, String text, List<String> workloads) {}

    private final List<Space> spaces;
    private final Map<String, Entry> entries;

    private Search(List<Space> spaces, Map<String, Entry> entries) {
        this.spaces = spaces;
        this.entries = entries;
    }

    /** The same over another picture. */
    @SuppressWarnings("ReferenceEquality") // the list is kept as long as no space has changed
    Search over(Collective collective) {
        boolean same = spaces == collective.spaces();
        Served served = new Served(collective);
        Map<String, Entry> next = HashMap.newHashMap(collective.nodes().size());
        for (Node node : collective.nodes()) {
            Entry old = same ? entries.get(node.id()) : null;
            next.put(node.id(), old != null && old.node.equals(node) ? old : entry(node, served));
        }
        return new Search(collective.spaces(), next);
    }

    private static Entry entry(Node node, Served served) {
        StringBuilder text = new StringBuilder();
        add(text, node.name(), node.zone(), node.id());
        for (Node.Presence presence : node.presences()) {
            add(text, presence.endpointName(), presence.key(), presence.zone(), presence.role());
            presence.labels().values().forEach(value -> add(text, value));
        }
        List<String> workloads = new ArrayList<>(node.workloads().size());
        for (Workload workload : node.workloads()) {
            StringBuilder own = new StringBuilder();
            add(own, workload.name(), workload.group().orElse(""), workload.id());
            workload.labels().values().forEach(value -> add(own, value));
            served.by(workload).ifPresent(s -> add(own, s.name(), s.address(), s.organisation()));
            workloads.add(Plain.of(own.toString()));
        }
        return new Entry(node, Plain.of(text.toString()), workloads);
    }

    private static void add(StringBuilder to, String... texts) {
        for (String text : texts) {
            to.append(text).append(END);
        }
    }

    /** Each word has to be there, in the machine's own text or in the workload's. */
    Found find(String typed) {
        List<String> words =
                Arrays.stream(Plain.of(typed).split("\\s+")).filter(w -> !w.isEmpty()).toList();
        if (words.isEmpty()) {
            return Found.EVERYTHING;
        }
        Set<String> nodes = new HashSet<>();
        Set<String> workloads = new HashSet<>();
        for (Entry entry : entries.values()) {
            List<String> left = words.stream().filter(w -> !entry.text.contains(w)).toList();
            int before = workloads.size();
            for (int i = 0; i < entry.workloads.size(); i++) {
                if (holds(entry.workloads.get(i), left)) {
                    workloads.add(entry.node.workloads().get(i).id());
                }
            }
            if (left.isEmpty() || workloads.size() > before) {
                nodes.add(entry.node.id());
            }
        }
        return new Found(false, nodes, workloads);
    }

    private static boolean holds(String text, List<String> words) {
        for (String word : words) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
