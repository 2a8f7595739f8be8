package org.ronron.plugin.gotify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.FindingFact;
import org.ronron.api.Fingerprint;
import org.ronron.api.Inventory;
import org.ronron.api.Json;
import org.ronron.api.NoticeFact;
import org.ronron.api.Observation;
import org.ronron.api.Plain;
import org.ronron.api.Severity;
import org.ronron.api.Version;

/** The version, which needs no token; and what was received, where there is a client's token. */
record GotifyInventory(Gotify gotify) implements Inventory {
    private static final int SHOWN = 50;

    /** Its own API description says 2.1.0, whatever its version: only this call tells. */
    @Override
    public Observation observe() throws ConnectorException {
        String said = Plain.word(gotify.open().get("/version").word("version"));
        Version version = Version.of(said);
        if (version.number() == 0) {
            throw gotify.open().strange();
        }
        if (!version.between("2.0.0", "4.0.0")) {
            String[] details = {"version", version.text(), "supported", "2.0 – 3"};
            throw gotify.open().fault(CommonError.WRONG_VERSION, details);
        }
        List<FindingFact> findings = new ArrayList<>();
        if (gotify.clientSends()) {
            findings.add(new FindingFact("clientSends", Severity.ERROR, "", Map.of()));
        }
        List<NoticeFact> notices = gotify.reads() ? received() : List.of();
        return Observation.of(
                        gotify.host().clock().instant(),
                        version.text(),
                        Fingerprint.of(version.text()))
                .withFindings(findings)
                .withNotices(notices);
    }

    private List<NoticeFact> received() throws ConnectorException {
        List<Json.Obj> messages = gotify.newest(SHOWN);
        Map<Long, String> names = new HashMap<>();
        for (Json.Obj app : gotify.applications()) {
            app.number("id").ifPresent(id -> names.put(id, Plain.word(app.word("name"))));
        }
        return messages.stream().map(message -> fact(message, names)).toList();
    }

    static NoticeFact fact(Json.Obj message, Map<Long, String> names) {
        String ours = Sent.id(message);
        String theirs = message.number("id").map(String::valueOf).orElse("");
        long app = message.number("appid").orElse(0L);
        long priority = message.number("priority").orElse(0L);
        return new NoticeFact(
                ours.isEmpty() ? theirs : ours,
                Plain.time(message.word("date")).orElse(Instant.EPOCH),
                names.getOrDefault(app, ""),
                Plain.of(message.word("title"), Plain.NAME),
                Plain.of(message.word("message"), Plain.TEXT),
                Math.clamp(priority, 0, 10));
    }
}
