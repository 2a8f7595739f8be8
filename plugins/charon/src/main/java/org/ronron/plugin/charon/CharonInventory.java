package org.ronron.plugin.charon;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fingerprint;
import org.ronron.api.Host;
import org.ronron.api.Inventory;
import org.ronron.api.Json;
import org.ronron.api.JsonCalls;
import org.ronron.api.LinkFact;
import org.ronron.api.Login;
import org.ronron.api.Observation;
import org.ronron.api.Plain;
import org.ronron.api.RequestFact;

/** All that waits, what was decided of late, and a record for each space. */
record CharonInventory(Charon charon, Host host) implements Inventory {
    private static final Duration OF_LATE = Duration.ofDays(30);

    @Override
    public Observation observe() throws ConnectorException {
        Json.Obj root = charon.get(Charon.ROOT);
        if (!root.word("service").equals("charon")) {
            throw charon.calls().strange();
        }
        long api = root.number("api").orElse(0L);
        if (api != 1) {
            String[] details = {"version", "API " + api, "supported", "API 1"};
            throw charon.calls().fault(CommonError.WRONG_VERSION, details);
        }
        Instant now = host.clock().instant();
        String since = "" + now.minus(OF_LATE).truncatedTo(ChronoUnit.DAYS);
        String recent = Charon.ROOT + "/requests?limit=200&since=" + Plain.segment(since);
        List<RequestFact> requests =
                charon.pages(recent).stream()
                        .filter(item -> RequestRow.ID.matcher(item.word("id")).matches())
                        .map(RequestRow::fact)
                        .toList();
        List<LinkFact> links =
                charon.pages(Charon.ROOT + "/spaces?limit=500").stream()
                        .filter(space -> !space.word("state").equals("deleted"))
                        .map(RequestRow::link)
                        .toList();
        String version = Plain.word(root.text("version").orElse("?"));
        String fingerprint = Fingerprint.of(version + host.setting("maker"));
        return Observation.of(now, version, fingerprint)
                .withLinks(links)
                .withRequests(requests)
                .withLogin(login(root));
    }

    private Login login(Json.Obj root) throws ConnectorException {
        Json.Obj reads = root.object("token");
        JsonCalls writer = charon.calls().as("writeToken");
        boolean same = writer.equals(charon.calls());
        Json.Obj writes = same ? reads : new Charon(writer).get(Charon.ROOT).object("token");
        List<String> roles = writes.texts("roles");
        boolean excessive = roles.contains("admin") || reads.texts("roles").contains("admin");
        var needs = roles.isEmpty() ? Map.<String, List<String>>of() : Verb.needs();
        return Login.of(Plain.word(reads.word("name")), roles, "admin", needs, excessive);
    }
}
