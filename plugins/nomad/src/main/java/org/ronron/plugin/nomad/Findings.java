package org.ronron.plugin.nomad;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ronron.api.FindingFact;
import org.ronron.api.Json;
import org.ronron.api.Severity;
import org.ronron.layout.work.Fleet;

/** What needs a person. */
record Findings(Picture picture, Fleet fleet, Instant now) {
    private static final Duration LONG = Duration.ofHours(1);

    List<FindingFact> all() {
        List<FindingFact> found = new ArrayList<>(fleet.findings());
        for (Client client : picture.clients()) {
            String[] of = {"node", client.row().word("Name")};
            String began = client.row().object("LastDrain").word("StartedAt");
            if (client.draining() && began.compareTo(now.minus(LONG).toString()) < 0) {
                found.add(FindingFact.of("drains", Severity.WARN, client.row().word("ID"), of));
            }
        }
        for (Json.Obj server : picture.servers()) {
            String name = server.word("Name");
            add(!alive(server), found, "server", Severity.ERROR, "server", name);
        }
        add(!picture.leader(), found, "leader", Severity.ERROR);
        picture.blocked().forEach(evaluation -> unplaced(evaluation, found));
        String orphans =
                picture.orphans().stream()
                        .map(alloc -> alloc.word("Name") + " (" + alloc.word("NodeName") + ")")
                        .sorted()
                        .collect(Collectors.joining(", "));
        add(!orphans.isEmpty(), found, "orphans", Severity.WARN, "names", orphans);
        boolean faulty = picture.version().is(NomadInventory.FAULTY);
        add(faulty, found, "faulty", Severity.WARN, "version", NomadInventory.FAULTY);
        add(picture.rights().open(), found, "open", Severity.WARN);
        add(!picture.rights().seesAll(), found, "partial", Severity.WARN);
        return List.copyOf(found);
    }

    static boolean alive(Json.Obj server) {
        return server.word("Status").equals("alive");
    }

    /** One for each group of a job that found no place, with Nomad's own reason. */
    private static void unplaced(Json.Obj evaluation, List<FindingFact> found) {
        String job = Alloc.job(evaluation, "JobID");
        Json.Obj groups = evaluation.object("FailedTGAllocs");
        for (String group : groups.members().keySet()) {
            Json.Obj why = groups.object(group);
            String rule = String.join(", ", why.object("ConstraintFiltered").members().keySet());
            String room = String.join(", ", why.object("DimensionExhausted").members().keySet());
            String kind = !rule.isEmpty() ? "unplacedRule" : "unplaced";
            kind = rule.isEmpty() && !room.isEmpty() ? "unplacedRoom" : kind;
            add(true, found, kind, Severity.WARN, "job", job, "rule", rule, "room", room);
        }
    }

    private static void add(
            boolean is, List<FindingFact> found, String kind, Severity how, String... details) {
        if (is) {
            found.add(FindingFact.of(kind, how, Picture.CLUSTER, details));
        }
    }
}
