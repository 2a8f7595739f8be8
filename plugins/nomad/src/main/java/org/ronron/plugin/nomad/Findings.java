package org.ronron.plugin.nomad;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            add(!alive(server), found, "server", Severity.ERROR, "server", server.word("Name"));
        }
        add(!picture.leader(), found, "leader", Severity.ERROR);
        picture.waiting().map(Blocked::finding).forEach(found::add);
        List<Json.Obj> orphans = picture.orphans();
        if (!orphans.isEmpty()) {
            found.add(orphans(orphans));
        }
        boolean faulty = picture.version().is(NomadInventory.FAULTY);
        add(faulty, found, "faulty", Severity.WARN, "version", NomadInventory.FAULTY);
        add(picture.rights().open(), found, "open", Severity.WARN);
        add(!picture.rights().seesAll(), found, "partial", Severity.WARN);
        return List.copyOf(found);
    }

    /** What is left of machines that Nomad has forgotten. */
    static FindingFact orphans(List<Json.Obj> left) {
        Stream<String> each =
                left.stream().map(a -> a.word("Name") + " (" + a.word("NodeName") + ")");
        String names = each.sorted().collect(Collectors.joining(", "));
        return FindingFact.of("orphans", Severity.WARN, Picture.CLUSTER, "names", names);
    }

    static boolean alive(Json.Obj server) {
        return server.word("Status").equals("alive");
    }

    private static void add(
            boolean is, List<FindingFact> found, String kind, Severity how, String... details) {
        if (is) {
            found.add(FindingFact.of(kind, how, Picture.CLUSTER, details));
        }
    }
}
