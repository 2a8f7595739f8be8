package org.ronron.ui.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.layout.GridPane;
import org.junit.jupiter.api.Test;
import org.ronron.ui.window.Fx;

/** Rows that are filled again say only what was said last, in its order. */
class KeyValuesTest {
    private final KeyValues rows = Fx.on(() -> new KeyValues(90));
    private final List<String> gone = new ArrayList<>();

    /** As read, a line a row: its place, its key, its value. */
    private String read() {
        return Fx.on(
                () ->
                        rows.getChildren().stream()
                                .map(
                                        n ->
                                                (GridPane.getColumnIndex(n) == 0
                                                                ? GridPane.getRowIndex(n) + " "
                                                                : "= ")
                                                        + ((Labeled) n).getText())
                                .collect(Collectors.joining(" ")));
    }

    private Node value(int row) {
        return Fx.on(() -> rows.getChildren().get(2 * row + 1));
    }

    private void first() {
        Fx.run(
                () -> {
                    rows.begin();
                    rows.link("Machine", "onion", () -> gone.add("onion"));
                    rows.add("Groupe", "plume", "mono");
                    rows.add("Dit par", "nomad");
                    rows.add("Entendu", "il y a 8 s");
                    rows.end();
                });
    }

    @Test
    void rowsOfOneLookAreTakenOverAndTheOthersMadeInTheirPlaces() {
        first();
        Node machine = value(0);
        Node group = value(1);
        Fx.run(
                () -> {
                    rows.begin();
                    rows.link("Machine", "abricot", () -> gone.add("abricot"));
                    rows.add("Zone", "sans zone");
                    rows.add("Dit par", "garage");
                    rows.end();
                });
        assertEquals("0 Machine = abricot 1 Zone = sans zone 2 Dit par = garage", read());
        assertSame(machine, value(0));
        assertNotSame(group, value(1), "it looks otherwise");
        Button link = (Button) value(0);
        Fx.run(link::fire);
        assertEquals(List.of("abricot"), gone, "it leads where it says");
    }

    @Test
    void filledAgainAsBeforeItIsAsBefore() {
        first();
        String before = read();
        assertEquals(
                "0 Machine = onion 1 Groupe = plume 2 Dit par = nomad 3 Entendu = il y a 8 s",
                before);
        Fx.run(
                () -> {
                    rows.begin();
                    rows.end();
                });
        assertEquals("", read());
        first();
        assertEquals(before, read());
    }
}
