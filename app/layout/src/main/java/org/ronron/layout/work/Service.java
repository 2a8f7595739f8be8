package org.ronron.layout.work;

import java.util.List;
import java.util.regex.Pattern;
import org.ronron.api.Json;
import org.ronron.api.WorkloadFact;

/**
 * One instance of a service.
 *
 * @param machine the id of the one that it runs on
 * @param name what its siblings share
 * @param memory bytes that it keeps for itself; 0 when it keeps none any more
 * @param rule where it may run
 */
public record Service(String machine, String name, long memory, Rule rule) {
    /**
     * Where the instances of a service may run.
     *
     * @param zones names, or patterns with {@code *}; none when that is not told
     * @param everywhere whether it runs on each machine, and so is never moved
     */
    public record Rule(List<String> zones, boolean everywhere) {
        public Rule {
            zones = List.copyOf(zones);
        }

        /** Whether it may run in this zone, as far as is told. */
        public boolean allows(String zone) {
            return zones.isEmpty()
                    || zones.stream()
                            .map(pattern -> "\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E")
                            .anyMatch(pattern -> Pattern.matches(pattern, zone));
        }
    }

    static Service of(WorkloadFact workload, Rule rule) {
        return new Service(
                workload.nodeKey(),
                workload.group().orElse(workload.name()),
                workload.memory().orElse(0),
                rule);
    }

    static Service of(Json.Obj json) {
        return new Service(
                json.text("machine").orElse(""),
                json.text("name").orElse(""),
                json.number("memory").orElse(0L),
                new Rule(json.texts("zones"), json.bool("everywhere").orElse(false)));
    }

    Json.Obj json() {
        return Json.obj()
                .with("machine", machine)
                .with("name", name)
                .with("memory", memory)
                .with("zones", Json.texts(rule.zones()))
                .with("everywhere", Json.of(rule.everywhere()));
    }
}
