package org.ronron.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.ronron.resources.Texts;

/** What a volunteer says of a machine in the window: its notes, what it is, who writes it. */
class OwnWordsTest {
    private static final KeyEvent ENTER =
            new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false);

    @Test
    void whoWritesAMachinesConfigurationIsSaidInItsForm() {
        try (WindowRig rig = new WindowRig(States.of(Deuxfleurs.own(), "fr", "light"))) {
            open(rig, "topology.editMachine", "machine-owner");
            choose(rig, "machine-owner", "salt");
            choose(rig, "machine-kind", "rented");
            assertTrue(rig.texts().contains("écrite par Salt"), rig.texts());
            press(rig, "topology.keep");
            assertEquals(
                    List.of("setMachineKind n:celeri rented", "setOwner n:celeri salt"),
                    rig.desk.calls.stream().filter(c -> c.contains("n:celeri")).toList());
        }
    }

    @Test
    void notesAreKeptUnderTheMachine() {
        try (WindowRig rig = new WindowRig(States.of(Deuxfleurs.own(), "fr", "light"))) {
            open(rig, "topology.editNotes", "note-phone");
            TextField phone = (TextField) rig.find("note-phone");
            Fx.run(() -> phone.setText("06 00 00 00 01"));
            press(rig, "topology.keep");
            assertTrue(
                    rig.desk.calls.contains("setNotes node:n:celeri 06 00 00 00 01"),
                    rig.desk.calls.toString());
        }
    }

    private static void open(WindowRig rig, String key, String field) {
        rig.size(1366, 768);
        rig.walkTo("n:celeri");
        Node map = rig.find("topology-map");
        Fx.run(() -> Event.fireEvent(map, ENTER));
        rig.awaitShown("inspector-node");
        press(rig, key);
        rig.awaitShown(field);
    }

    @SuppressWarnings("unchecked") // the form's boxes hold texts
    private static void choose(WindowRig rig, String id, String value) {
        ComboBox<String> box = (ComboBox<String>) rig.find(id);
        Fx.run(() -> box.setValue(value));
        rig.settle();
    }

    private static void press(WindowRig rig, String key) {
        String label = words(key);
        Fx.run(
                () -> {
                    for (Node node : rig.scene().getRoot().lookupAll(".button")) {
                        if (node instanceof Button button && label.equals(button.getText())) {
                            button.fire();
                            return;
                        }
                    }
                    throw new AssertionError("no button " + label);
                });
        rig.settle();
    }

    private static String words(String key) {
        return Texts.of(Locale.FRENCH, List.of()).get(key);
    }
}
