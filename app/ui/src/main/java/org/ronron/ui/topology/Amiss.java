package org.ronron.ui.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ronron.api.Severity;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Finding;
import org.ronron.core.model.Node;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.findings.FindingWords;

/** What is amiss with each machine, in words. */
final class Amiss {
    private static final String AND = " · ";

    private final Texts texts;
    private final FindingWords words;
    private final Map<String, List<Finding>> found = new HashMap<>();

    Amiss(FindingWords words, Collective collective) {
        this.texts = words.texts();
        this.words = words;
        for (Finding finding : collective.findings()) {
            if (finding.severity() != Severity.INFO) {
                found.computeIfAbsent(finding.subject(), s -> new ArrayList<>()).add(finding);
            }
        }
    }

    /** What needs a person, by the machine's name. */
    List<Finding> of(Node node) {
        return found.getOrDefault(node.name(), List.of());
    }

    /** In one line; empty when nothing is. */
    String line(Node node) {
        List<String> all = new ArrayList<>();
        if (node.presences().stream().anyMatch(Node.Presence::draining)) {
            all.add(texts.get("topology.draining"));
        } else if (node.presences().stream().anyMatch(Node.Presence::closed)) {
            all.add(texts.get("topology.closed"));
        }
        of(node).forEach(f -> all.add(words.brief(f)));
        return all.stream().collect(Collectors.joining(AND));
    }
}
