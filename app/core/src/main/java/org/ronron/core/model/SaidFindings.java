package org.ronron.core.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ronron.api.FindingFact;
import org.ronron.api.Observation;

/** What the connectors found, each with the name of what it is about. */
final class SaidFindings {
    private final List<Finding> all = new ArrayList<>();
    private final Map<String, List<Finding>> bySubject = new HashMap<>();

    SaidFindings(List<Heard> heard) {
        for (Heard h : heard) {
            h.last().filter(said -> !said.findings().isEmpty()).ifPresent(said -> add(h, said));
        }
    }

    private void add(Heard by, Observation said) {
        Map<String, String> names = new HashMap<>();
        said.nodes().forEach(node -> names.putIfAbsent(node.key(), node.name()));
        said.clusters().forEach(cluster -> names.putIfAbsent(cluster.key(), cluster.name()));
        Set<String> series = new HashSet<>();
        said.backups().forEach(backup -> series.add(backup.key()));
        for (FindingFact fact : said.findings()) {
            String key = fact.subject();
            boolean backup = series.contains(key);
            String subject = names.getOrDefault(key, backup ? key : by.row().name());
            Finding finding =
                    new Finding(
                            fact.kind(), by.row().type(), fact.severity(), subject, fact.details());
            add(backup ? finding.with("key", key) : finding);
        }
    }

    private void add(Finding finding) {
        all.add(finding);
        bySubject.computeIfAbsent(finding.subject(), s -> new ArrayList<>()).add(finding);
    }

    List<Finding> all() {
        return List.copyOf(all);
    }

    List<Finding> about(String subject) {
        return bySubject.getOrDefault(subject, List.of());
    }
}
