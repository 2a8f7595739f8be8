package org.ronron.plugin.nomad;

import java.util.stream.Stream;
import org.ronron.api.FindingFact;
import org.ronron.api.Json;
import org.ronron.api.Severity;
import org.ronron.api.WorkloadFact;

/** One group of a job that found no place, with Nomad's own reason. */
record Blocked(Json.Obj evaluation, String group) {
    static Stream<Blocked> of(Json.Obj evaluation) {
        return evaluation.object("FailedTGAllocs").members().keySet().stream()
                .map(group -> new Blocked(evaluation, group));
    }

    private String why(String member) {
        Json.Obj why = evaluation.object("FailedTGAllocs").object(group).object(member);
        return String.join(", ", why.members().keySet());
    }

    private String job() {
        return Alloc.job(evaluation, "JobID");
    }

    FindingFact finding() {
        String rule = why("ConstraintFiltered");
        String room = why("DimensionExhausted");
        String full = room.isEmpty() ? "unplaced" : "unplacedRoom";
        String[] details = {"job", job(), "rule", rule, "room", room};
        String kind = rule.isEmpty() ? full : "unplacedRule";
        return FindingFact.of(kind, Severity.WARN, Picture.CLUSTER, details);
    }

    WorkloadFact fact() {
        String key = evaluation.word("ID") + "/" + group;
        return WorkloadFact.waiting(key, job() + "." + group, job(), finding());
    }
}
