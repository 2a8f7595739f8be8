package org.ronron.core.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.FindingFact;
import org.ronron.api.Json;
import org.ronron.api.Notices;
import org.ronron.api.Severity;
import org.ronron.core.engine.OperationView;
import org.ronron.core.model.Finding;
import org.ronron.core.plan.MoveNode;

/** What is told, to whom and when; with the real planner and the real engine. */
class TellingTest {
    private static final MoveNode MOVE =
            new MoveNode("n:celeri", "scorpio", MoveNode.Truth.ALREADY_THERE);
    private final Rig rig = new Rig(true);
    private final List<FindingFact> found = new ArrayList<>();
    private String garage = "";

    @BeforeEach
    void connect() {
        wish("all", 0, 0);
        garage = rig.connected(Rig.node("celeri", "neptune")).id();
        rig.system.answers.put(
                "u1",
                () -> {
                    String zone = rig.system.moved.getOrDefault("k-celeri", "neptune");
                    return rig.said("f-" + zone, Rig.node("celeri", zone)).withFindings(found);
                });
        rig.system.answers.put("u2", () -> rig.said("g"));
        rig.add("gotify", "u2");
        rig.pass(Duration.ofMinutes(11));
        assertEquals(List.of(), rig.system.sent, "what stood already is told");
    }

    private void wish(String what, int from, int to) {
        rig.system.wanted.put("u2", new Notices.Wanted(what, from, to));
    }

    private void find(String kind, Severity severity) {
        found.add(new FindingFact(kind, severity, "", Map.of("free", "" + found.size())));
    }

    private List<String> told() {
        return rig.system.sent.stream().map(n -> n.word("text")).toList();
    }

    @Test
    void aCauseIsToldOnceAndAgainAfterADay() {
        find("disk", Severity.WARN);
        rig.pass(Duration.ofMinutes(1));
        assertEquals(List.of(), told(), "it may pass by itself");
        rig.pass(Duration.ofMinutes(4));
        assertEquals(List.of("finding/disk/fake/garage"), told());
        assertEquals(5, rig.system.sent.getFirst().number("priority").orElseThrow());
        found.set(0, new FindingFact("disk", Severity.WARN, "", Map.of("free", "3 %")));
        rig.pass(Duration.ofMinutes(5));
        rig.restart();
        rig.pass(Duration.ofMinutes(15));
        FindingFact disk = found.removeFirst();
        rig.pass(Duration.ofMinutes(5));
        found.add(disk);
        rig.pass(Duration.ofMinutes(5));
        assertEquals(1, told().size(), "told again");
        found.clear();
        rig.pass(Duration.ofMinutes(5));
        rig.now = rig.now.plus(Duration.ofHours(26));
        rig.pass(Duration.ofMinutes(1));
        found.add(disk);
        rig.pass(Duration.ofMinutes(5));
        assertEquals(2, told().size(), "what came back after a day is new");
    }

    @Test
    void inQuietHoursOnlyWhatCannotWaitIsToldAndTheRestFollowsAsOne() {
        int minute = rig.now.atZone(ZoneId.of("Europe/Paris")).toLocalTime().toSecondOfDay() / 60;
        wish("all", minute, (minute + 60) % 1440);
        find("disk", Severity.WARN);
        find("lag", Severity.WARN);
        find("dead", Severity.ERROR);
        rig.pass(Duration.ofMinutes(5));
        assertEquals(List.of("finding/dead/fake/garage"), told());
        assertEquals(8, rig.system.sent.getFirst().number("priority").orElseThrow());
        rig.pass(Duration.ofMinutes(60));
        assertEquals(2, told().size(), told()::toString);
        assertTrue(told().getLast().contains("disk") && told().getLast().contains("lag"));
    }

    @Test
    void whoWantsOnlyWhatIsUrgentIsNotToldTheRestLater() {
        wish("urgent", 0, 0);
        find("disk", Severity.WARN);
        find("dead", Severity.STOP);
        rig.pass(Duration.ofMinutes(5));
        assertEquals(List.of("finding/dead/fake/garage"), told());
        wish("all", 0, 0);
        rig.pass(Duration.ofMinutes(5));
        assertEquals(1, told().size());
    }

    @Test
    void whereNothingIsWishedNothingIsToldAndWhatCameMeanwhileIsNoNews() {
        wish("off", 0, 0);
        rig.pass(Duration.ofMinutes(1));
        find("dead", Severity.STOP);
        rig.pass(Duration.ofMinutes(5));
        wish("all", 0, 0);
        rig.pass(Duration.ofMinutes(5));
        assertEquals(List.of(), told());
    }

    @Test
    void anOperationsEndIsToldWhileEverythingElseStaysReadOnly() {
        rig.done(rig.desk.allowWriting(garage, Duration.ofHours(1)));
        rig.done(rig.desk.staging().stage(List.of(MOVE)));
        String id = rig.done(rig.desk.operations().apply(rig.done(rig.desk.staging().review())));
        rig.pass(Duration.ofMinutes(2));
        assertEquals(List.of("operation/" + id + "/DONE/"), told());
        assertEquals(
                List.of(id),
                rig.desk.state().operations().stream().map(OperationView::id).toList());
        assertTrue(rig.history().contains("history.notice.sent"), rig.history()::toString);
        assertTrue(
                rig.desk.state().collective().orElseThrow().endpoints().stream()
                        .filter(e -> e.name().equals("gotify"))
                        .allMatch(e -> e.writableUntil().isEmpty()));
    }

    @Test
    void whatCannotBeSentIsAFindingOnceAndNoLoop() {
        rig.system.deaf = true;
        find("disk", Severity.WARN);
        rig.pass(Duration.ofMinutes(30));
        assertEquals(List.of(), told());
        List<Finding> failed = failed();
        assertEquals(1, failed.size());
        assertEquals("gotify", failed.getFirst().subject());
        assertEquals(
                1, rig.history().stream().filter(h -> h.equals("history.notice.failed")).count());
        rig.system.deaf = false;
        find("lag", Severity.WARN);
        rig.pass(Duration.ofMinutes(5));
        assertEquals(List.of("finding/lag/fake/garage"), told());
        assertEquals(List.of(), failed());
    }

    private List<Finding> failed() {
        return rig.desk.state().collective().orElseThrow().findings().stream()
                .filter(f -> f.kind().equals(ToldInVain.KIND))
                .toList();
    }

    @Test
    void whoDoesNotAnswerIsToldWhenItDoesAgain() {
        rig.system.answers.remove("u2");
        find("disk", Severity.WARN);
        rig.pass(Duration.ofMinutes(5));
        assertEquals(List.of(), told());
        rig.system.answers.put("u2", () -> rig.said("g"));
        rig.pass(Duration.ofMinutes(2));
        assertEquals(List.of("finding/disk/fake/garage"), told());
    }

    @Test
    void theWindowIsToldTheSame() {
        List<News> heard = new ArrayList<>();
        Subscription listening = rig.desk.news(heard::addAll);
        rig.pass(Duration.ofMinutes(1));
        find("disk", Severity.WARN);
        rig.pass(Duration.ofMinutes(5));
        assertEquals(List.of("finding/disk/fake/garage"), heard.stream().map(News::cause).toList());
        listening.close();
        find("lag", Severity.WARN);
        rig.pass(Duration.ofMinutes(5));
        assertEquals(1, heard.size());
        assertEquals(2, rig.system.sent.size());
    }

    @Test
    void whatIsKeptDoesNotGrow() {
        for (int i = 0; i < 40; i++) {
            found.clear();
            find("disk" + i, Severity.WARN);
            rig.pass(Duration.ofMinutes(3));
            rig.now = rig.now.plus(Duration.ofHours(20));
        }
        rig.pass(Duration.ofMinutes(5));
        String collective = rig.desk.state().collective().orElseThrow().id();
        for (Json.Obj kept : rig.workspace.edits(collective, "told").values()) {
            assertTrue(kept.members().size() < 8, kept::toString);
        }
    }
}
