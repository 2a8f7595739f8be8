package org.ronron.ui.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.ronron.api.Fault;
import org.ronron.api.Json;
import org.ronron.api.NoticeFact;
import org.ronron.core.desk.DeskState;
import org.ronron.core.engine.StepState;
import org.ronron.core.model.Collective;
import org.ronron.core.port.Journal.HistoryRow;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.Secrets;
import org.ronron.ui.pages.history.HistoryPage;

class HistoryPageTest {
    static DeskState history(int lines) {
        List<HistoryRow> rows = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            rows.add(
                    new HistoryRow(
                            "row-" + i,
                            "collective",
                            Examples.NOW.toEpochMilli() + i * 1000L,
                            i % 2 == 0 ? "Camille" : "Maxime",
                            "connections.added",
                            Json.obj().with("name", i == 3 ? "Épinard" : "onion-" + i),
                            i == 4 ? Examples.OPERATION : ""));
        }
        return Examples.state(
                Optional.of(Examples.collective("own")), List.of(), rows, Secrets.State.OPEN);
    }

    /** The same with the operation that one of the lines belongs to. */
    static DeskState planned(int lines) {
        return Examples.state(
                Optional.of(Examples.collective("own")),
                List.of(ExampleOperations.stopped(StepState.UNKNOWN)),
                history(lines).history(),
                Secrets.State.OPEN);
    }

    @Test
    void newestFirstInTheReadersWords() {
        Rig<HistoryPage> rig = Rig.french(history(5), HistoryPage::new);
        String read = rig.read();
        assertTrue(read.contains("«\u00a0onion-4\u00a0» est ajoutée, en lecture seule."), read);
        assertTrue(read.indexOf("onion-4") < read.indexOf("onion-0"), read);
        rig.press("history.open");
        assertEquals(List.of("operation " + Examples.OPERATION), rig.navigator.ways);
    }

    @Test
    void findsWithoutAccentsOrCapitals() {
        Rig<HistoryPage> rig = Rig.french(history(5), HistoryPage::new);
        rig.type("history-search", "maxime EPINARD");
        String read = rig.read();
        assertTrue(read.contains("Épinard"), read);
        assertFalse(read.contains("onion-4"), read);
        rig.type("history-search", "rien de tel");
        assertTrue(rig.read().contains(rig.texts.get("history.notFound")));
    }

    @Test
    void holdsThousandsOfLinesWithAFewRows() {
        Rig<HistoryPage> rig = Rig.french(history(3000), HistoryPage::new);
        int cells =
                FxWindow.on(
                        () ->
                                (int)
                                        FxWindow.all(rig.view).stream()
                                                .filter(
                                                        n ->
                                                                n.getStyleClass()
                                                                        .contains("table-row-cell"))
                                                .count());
        assertTrue(cells > 5 && cells < 60, "rows drawn: " + cells);
        assertTrue(rig.read().contains("L’export les tient toutes."), rig.read());
        TableView<?> table =
                FxWindow.on(
                        () ->
                                FxWindow.all(rig.view).stream()
                                        .filter(TableView.class::isInstance)
                                        .map(n -> (TableView<?>) n)
                                        .findFirst()
                                        .orElseThrow());
        assertEquals(3000, table.getItems().size());
    }

    @Test
    void emptyItSaysWhatWillBeHere() {
        Rig<HistoryPage> rig = Rig.french(history(0), HistoryPage::new);
        assertTrue(rig.read().contains(rig.texts.get("history.none")));
    }

    @Test
    void saysByWhichPlanAndWithWhatOutcomeAndFindsThem() {
        String plan = ExampleOperations.stopped(StepState.UNKNOWN).plan().shortId();
        Rig<HistoryPage> rig = Rig.french(planned(5), HistoryPage::new);
        assertTrue(rig.read().contains(plan), rig.read());
        rig.type("history-search", plan);
        assertTrue(rig.read().contains("onion-4"), rig.read());
        assertFalse(rig.read().contains("onion-2"), rig.read());
        rig.type("history-search", "arretee");
        assertTrue(rig.read().contains("onion-4"), rig.read());
    }

    @Test
    void theWholeHistoryIsExportedNotOnlyWhatIsShown() {
        Rig<HistoryPage> rig =
                Rig.french(
                        history(3),
                        ui -> new HistoryPage(ui, window -> Optional.of(Path.of("/h/tout.csv"))));
        rig.desk.safety.history = history(1200).history();
        rig.press("history.export");
        String file = rig.desk.safety.files.getOrDefault("/h/tout.csv", "");
        List<String> lines = file.lines().toList();
        assertEquals(1201, lines.size());
        assertEquals("\ufeffQuand,Qui,Quoi,Plan,Issue,Opération", lines.getFirst());
        assertTrue(
                lines.get(1).matches("20\\d\\d-.*[+]0[12]:00,Camille,.*onion-0.*,,,"),
                lines.get(1));
        FxWindow.settle();
        assertTrue(
                rig.navigator.ways.stream().anyMatch(w -> w.contains("tout.csv")),
                rig.navigator.ways.toString());
    }

    @Test
    void anExportThatFailsIsShownAndOneThatIsNotWantedDoesNothing() {
        Rig<HistoryPage> rig =
                Rig.of(
                        java.util.Locale.ENGLISH,
                        history(3),
                        ui -> new HistoryPage(ui, window -> Optional.of(Path.of("/h/t.csv"))));
        rig.desk.safety.refusal =
                Optional.of(
                        Fault.of(
                                OwnError.FILE_NOT_WRITTEN,
                                "",
                                "file",
                                "/h/t.csv",
                                "cause",
                                "NoSuchFileException"));
        rig.press("history.export");
        FxWindow.settle();
        assertTrue(rig.navigator.ways.contains("show R-STO-11"), rig.navigator.ways.toString());
        Rig<HistoryPage> other =
                Rig.french(history(3), ui -> new HistoryPage(ui, window -> Optional.empty()));
        other.press("history.export");
        assertEquals(List.of(), other.navigator.ways);
    }

    @Test
    void receivedMessagesAreLettersOnlyNewestFirst() {
        Collective of = Examples.collective("own");
        NoticeFact newer =
                new NoticeFact(
                        "2",
                        Examples.NOW.minusSeconds(70),
                        "Argos",
                        "Site en panne",
                        "<b>gras</b>\u202e\u0007 https://x.example",
                        9);
        NoticeFact older =
                new NoticeFact("1", Examples.NOW.minusSeconds(9000), "Salt", "highstate", "", 0);
        DeskState state =
                Examples.state(
                        Optional.of(of.with(of.safety(), List.of(newer, older))),
                        List.of(),
                        List.of(),
                        Secrets.State.OPEN);
        Rig<HistoryPage> rig = Rig.french(state, HistoryPage::new);
        assertTrue(rig.read().contains("Messages reçus · 2"), rig.read());
        assertFalse(rig.read().contains("Site en panne"), rig.read());
        rig.press("history.notices.count", "n", "2");
        String read = rig.read();
        assertTrue(read.contains("<b>gras</b> https://x.example"), read);
        assertTrue(read.indexOf("Site en panne") < read.indexOf("highstate"), read);
        assertFalse(read.contains(rig.texts.get("history.export")), read);
        rig.type("history-search", "ARGOS panne");
        assertTrue(rig.read().contains("Site en panne"), rig.read());
        assertFalse(rig.read().contains("highstate"), rig.read());
    }
}
