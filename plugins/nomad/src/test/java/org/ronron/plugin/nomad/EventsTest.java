package org.ronron.plugin.nomad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ronron.api.Json;
import org.ronron.api.Table;

/** What a real stream said, line by line, applied to what was listed. */
class EventsTest {
    private static Table table(List<Json.Obj> rows) {
        return new Table("ID", "ModifyIndex", List.of("LastAllocUpdateIndex"), rows);
    }

    private static Json.Obj node(Json.Obj event) {
        return event.object("Payload").object("Node");
    }

    private static List<Json.Obj> events(String topic, String type) throws IOException {
        return Captures.lines().stream()
                .flatMap(line -> line.objects("Events").stream())
                .filter(e -> e.word("Topic").equals(topic) && e.word("Type").equals(type))
                .toList();
    }

    @Test
    void theCapturesHoldWhatTheseTestsNeed() throws IOException {
        Set<String> pairs = new HashSet<>();
        for (Json.Obj line : Captures.lines()) {
            line.objects("Events").forEach(e -> pairs.add(e.word("Topic") + e.word("Type")));
        }
        assertEquals(23, pairs.size());
        assertTrue(pairs.contains("NodeAllocationUpdated"), pairs.toString());
    }

    @Test
    void aDrainOfTheRealOneIsSeen() throws IOException {
        Table nodes = table(Captures.rows("nodes-resources"));
        Json.Obj drain = events("Node", "NodeDrain").getFirst();
        assertTrue(nodes.take(node(drain), nodes.newest()));
        Client celeri = named(nodes, "celeri");
        assertTrue(celeri.draining());
        assertEquals("no", celeri.fact().labels().get("eligible"));
        assertEquals(List.of("127.0.5.2"), celeri.fact().addresses(), "as the list told it");
    }

    private static Client named(Table nodes, String name) {
        return nodes.rows().stream()
                .filter(row -> row.word("Name").equals(name))
                .map(Client::new)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oldEventsAreNotNews() throws IOException {
        Table nodes = table(Captures.rows("nodes-resources"));
        Json.Obj old = events("Node", "NodeRegistration").getFirst();
        assertFalse(nodes.take(node(old), nodes.newest()));
        Json.Obj other = node(old).with("ID", "of a machine that is gone");
        assertFalse(nodes.take(other, nodes.newest()));
    }

    /** A client's report: the whole node again, in which nothing but two indexes differs. */
    @Test
    void aReportIsNoChange() throws IOException {
        Json.Obj report = node(events("Node", "AllocationUpdated").getFirst());
        Table nodes = table(List.of(report));
        long index = report.number("ModifyIndex").orElseThrow();
        Json.Obj again =
                report.with("ModifyIndex", index + 1).with("LastAllocUpdateIndex", index + 1);
        assertFalse(nodes.take(again, 0));
        assertTrue(nodes.take(again.with("ModifyIndex", index + 2).with("Status", "down"), 0));
    }

    @Test
    void anAllocationKeepsWhatOnlyTheListTold() throws IOException {
        Table allocs = table(Captures.rows("allocations-resources-no-task-states"));
        Json.Obj event = events("Allocation", "AllocationUpdateDesiredStatus").getFirst();
        Json.Obj told = event.object("Payload").object("Allocation").with("ModifyIndex", 9999);
        assertTrue(allocs.take(told, allocs.newest()));
        Json.Obj row =
                allocs.rows().stream()
                        .filter(r -> r.word("ID").equals(told.word("ID")))
                        .findFirst()
                        .orElseThrow();
        assertEquals("service", row.word("JobType"));
        assertTrue(row.members().containsKey("TaskStates"), "and what only the event told");
        assertEquals(9999, row.number("ModifyIndex").orElseThrow());
    }
}
