package org.ronron.ui.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.ui.window.Deuxfleurs;
import org.ronron.ui.window.Fx;
import org.ronron.ui.window.States;
import org.ronron.ui.window.WindowRig;

/** The head, the table and the inspectors, in the window itself. */
class AroundThePictureTest {
    private static WindowRig open(Collective collective) {
        WindowRig rig = new WindowRig(States.of(collective, "fr", "light"));
        rig.size(1366, 768);
        return rig;
    }

    private static void choose(WindowRig rig, String menu, String words) {
        MenuButton button = (MenuButton) rig.find(menu);
        Fx.run(button::show);
        Fx.run(
                () ->
                        button.getItems().stream()
                                .filter(i -> i.getText().equals(words))
                                .findFirst()
                                .map(MenuItem.class::cast)
                                .orElseThrow()
                                .fire());
        Fx.run(button::hide);
        rig.settle();
    }

    @SuppressWarnings("unchecked")
    private static TableView<Node> rows(WindowRig rig) {
        return (TableView<Node>) rig.find("topology-rows");
    }

    private static List<String> names(WindowRig rig) {
        TableView<Node> rows = rows(rig);
        return Fx.on(() -> rows.getItems().stream().map(Node::name).toList());
    }

    @Test
    void everythingOfTheHeadFits() {
        try (WindowRig rig = open(Deuxfleurs.own())) {
            choose(rig, "topology-sort", "mémoire libre");
            rig.shoot("head");
            assertEquals(List.of(), rig.cut());
            double end = rig.bounds("topology-full").getMaxX();
            assertTrue(end <= 1366 - 292, "behind the inspector: " + end);
        }
    }

    @Test
    void theTableHasTheSameAndIsSortedAndFiltered() {
        try (WindowRig rig = open(Deuxfleurs.own())) {
            rig.hand.clickOn(rig.find("topology-table"));
            rig.awaitShown("topology-rows");
            rig.shoot("table");
            assertEquals(List.of("df-ykl", "df-ymf", "df-ymk"), names(rig).subList(0, 3));
            assertEquals(11, names(rig).size());
            assertFalse(rig.find("topology-map").isVisible(), "the picture is away");

            choose(rig, "topology-sort", "mémoire libre");
            assertEquals(List.of("courgette", "celeri", "concombre"), names(rig).subList(6, 9));

            rig.hand.clickOn(rig.find("topology-filter")).write("CÉLERI");
            rig.settle();
            assertEquals(List.of("celeri"), names(rig));
            assertTrue(rig.texts().contains("10 autres machines n’ont pas ces mots."));
        }
    }

    @Test
    void theTableIsWalkedByKeysAndSelectsForThePicture() {
        try (WindowRig rig = open(Deuxfleurs.own())) {
            rig.hand.clickOn(rig.find("topology-table"));
            rig.awaitShown("topology-rows");
            rig.hand.push(KeyCode.DOWN);
            rig.awaitShown("inspector-node");
            TableView<Node> rows = rows(rig);
            String first = Fx.on(() -> rows.getSelectionModel().getSelectedItem().name());
            assertTrue(rig.texts("inspector-node").contains(first), first);
            rig.hand.push(KeyCode.M);
            rig.awaitText("Où va " + first);
            rig.hand.push(KeyCode.ESCAPE);
            rig.hand.clickOn(rig.find("topology-table"));
            rig.settle();
            assertTrue(rig.looks("node-" + first).contains("selected"), first);
        }
    }

    @Test
    void groupsAreByWhatTheLabelsSay() {
        try (WindowRig rig = open(Village.collective())) {
            choose(rig, "topology-by", "Groupe de machines Nomad");
            rig.shoot("by-pool");
            assertTrue(rig.texts("zone-gros").contains("gros"), rig.texts("zone-gros"));
            assertTrue(rig.shows("zone-default"));
            assertFalse(rig.shows("zone-atuin"), "not by zone now");
            choose(rig, "topology-by", "zone");
            assertTrue(rig.shows("zone-atuin"));
        }
    }

    @Test
    void controlFLooksForSomethingAndEscapeLetsItBe() {
        try (WindowRig rig = open(Village.collective())) {
            rig.walkTo("n:onion");
            rig.hand.press(KeyCode.CONTROL).push(KeyCode.F).release(KeyCode.CONTROL);
            javafx.scene.Node field = rig.find("topology-filter");
            Fx.await("a field to type into", field::isFocused);
            rig.hand.clickOn(field).write("theatre");
            rig.awaitLook("node-oseille", "greyed"); // runs nothing of that space
            rig.shoot("found-by-space");
            assertFalse(rig.looks("node-onion").contains("greyed"));
            rig.hand.push(KeyCode.ESCAPE);
            rig.settle();
            assertFalse(rig.looks("node-oseille").contains("greyed"));
        }
    }
}
