package org.ronron.core.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ronron.api.CommonError;
import org.ronron.api.Fault;
import org.ronron.api.Json;
import org.ronron.api.LinkFact;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Edits;
import org.ronron.core.model.Finding;
import org.ronron.core.model.Heard;
import org.ronron.core.model.Saved;
import org.ronron.core.model.SpaceBook;

/** Spaces on which two systems disagree. */
class SpaceFindingsTest {
    private static Heard told(String type, LinkFact.Kind kind, String... spaces) {
        List<LinkFact> links = new ArrayList<>();
        for (String space : spaces) {
            links.add(LinkFact.of(kind, space, space, LinkFact.Health.FINE));
        }
        return Saved.heard(type, Map.of(), Saved.said().withLinks(links));
    }

    private static List<Finding> found(Edits edits, Heard... heard) {
        Collective now =
                Saved.join(List.of(heard))
                        .with(new SpaceBook().spaces(List.of(heard), edits), List.of());
        return Findings.complete(now, List.of(), edits, LocalDate.EPOCH).findings().stream()
                .filter(f -> f.kind().equals("unrecorded-spaces"))
                .toList();
    }

    @Test
    void whatHasADatabaseAndNoRecordIsNamed() {
        Heard source = told("charon", LinkFact.Kind.RECORD, "chats", "chiens");
        Heard server = told("postgresql", LinkFact.Kind.DATABASE, "chats", "chiens", "lapins");
        List<Finding> found = found(Edits.NONE, source, server);
        assertEquals(1, found.size());
        assertEquals("lapins", found.getFirst().details().get("names"));
        assertEquals("charon", found.getFirst().subject());
    }

    @Test
    void whatRonronMadeIsKnownAndABucketAloneProvesNothing() {
        Heard source = told("charon", LinkFact.Kind.RECORD, "chats", "chiens");
        Heard server = told("postgresql", LinkFact.Kind.DATABASE, "lapins");
        Heard store = told("minio", LinkFact.Kind.BUCKET, "archives");
        Edits made =
                new Edits(
                        Map.of(
                                Edits.SPACE,
                                Map.of("lapins", Json.obj().with("blueprint", "farm"))));
        assertEquals(List.of(), found(made, source, server, store));
    }

    @Test
    void whereNobodyRecordsOrTheRecordIsSilentNothingIsSaid() {
        Heard server = told("postgresql", LinkFact.Kind.DATABASE, "lapins");
        assertEquals(List.of(), found(Edits.NONE, server));
        Heard silent =
                told("charon", LinkFact.Kind.RECORD, "chats")
                        .failed(Fault.of(CommonError.TIMEOUT, "charon"));
        assertEquals(List.of(), found(Edits.NONE, server, silent));
    }

    @Test
    void whatKnowsOfTheFewestIsNoRecordOfAll() {
        Heard source = told("charon", LinkFact.Kind.RECORD, "chats");
        Heard server = told("postgresql", LinkFact.Kind.DATABASE, "lapins", "chiens");
        assertEquals(List.of(), found(Edits.NONE, source, server));
    }
}
