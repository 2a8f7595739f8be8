package org.ronron.ui.topology;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ronron.api.WorkloadFact;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.core.model.Space;
import org.ronron.core.model.Workload;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.Plain;

/**
 * Looks for words in all that is known of machines and of what runs on them, without regard to case
 * or accents: also for the words of a state that is not the usual one. A picture's texts are folded
 * once; of the next picture only what has changed. Immutable.
 */
final class Search {
    /** Between two texts: no word that is looked for goes over it. */
    private static final char END = '\n';

    /** A machine's text, and that of each workload in the same order. */
    private record Entry(Node node, String text, List<String> workloads) {}

    private final Texts texts;
    private final List<Space> spaces;
    private final Map<String, Entry> entries;

    private Search(Texts texts, List<Space> spaces, Map<String, Entry> entries) {
        this.texts = texts;
        this.spaces = spaces;
        this.entries = entries;
    }

    /** Over nothing yet, with states in the words of these texts. */
    static Search in(Texts texts) {
        return new Search(texts, List.of(), Map.of());
    }

    /** The same over another picture. */
    @SuppressWarnings("ReferenceEquality") // a list is kept as long as nothing in it has changed
    Search over(Collective collective) {
        boolean same = spaces == collective.spaces();
        Served served = new Served(collective);
        Map<String, Entry> next = HashMap.newHashMap(collective.nodes().size());
        for (Node node : collective.nodes()) {
            Entry old = same ? entries.get(node.id()) : null;
            List<String> runs =
                    old != null && old.node.workloads() == node.workloads()
                            ? old.workloads
                            : node.workloads().stream().map(w -> text(w, served)).toList();
            next.put(node.id(), new Entry(node, text(node), runs));
        }
        return new Search(texts, collective.spaces(), next);
    }

    private String text(Node node) {
        StringBuilder text = new StringBuilder();
        add(text, node.name(), node.zone(), node.id());
        for (Node.Presence presence : node.presences()) {
            add(text, presence.endpointName(), presence.key(), presence.zone(), presence.role());
            presence.labels().values().forEach(value -> add(text, value));
            add(text, presence.draining() ? texts.get("topology.draining") : "");
            add(text, presence.closed() ? texts.get("topology.closed") : "");
        }
        add(text, node.state() == Node.State.FINE ? "" : Mark.of(node.state()).word(texts));
        return Plain.of(text.toString());
    }

    private String text(Workload workload, Served served) {
        StringBuilder text = new StringBuilder();
        add(text, workload.name(), workload.group().orElse(""), workload.id());
        workload.labels().values().forEach(value -> add(text, value));
        served.by(workload).ifPresent(s -> add(text, s.name(), s.address(), s.organisation()));
        boolean usual = workload.state() == WorkloadFact.State.RUNNING;
        add(text, usual ? "" : Listing.word(texts, workload.state()));
        return Plain.of(text.toString());
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
