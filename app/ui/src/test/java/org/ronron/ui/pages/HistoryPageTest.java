package org.ronron.ui.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.ronron.api.Json;
import org.ronron.core.desk.DeskState;
import org.ronron.core.port.Journal.HistoryRow;
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
}
