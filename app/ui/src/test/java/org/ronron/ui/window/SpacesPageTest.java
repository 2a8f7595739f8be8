package org.ronron.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.ronron.core.desk.DeskState;
import org.ronron.core.engine.OperationView;
import org.ronron.core.model.Space;
import org.ronron.core.plan.AlterSpace;

/** The page of spaces in the real window. */
class SpacesPageTest {
    static WindowRig opened(DeskState state) {
        ShowDesk desk = new ShowDesk(state, Forecasts::fine, FarmHolder.all());
        desk.spaces.slowLook = Optional.of(new CompletableFuture<>());
        WindowRig rig = new WindowRig(desk);
        press(rig, "rail-spaces");
        return rig;
    }

    static void press(WindowRig rig, String id) {
        ButtonBase button = (ButtonBase) rig.find(id);
        Fx.run(
                () -> {
                    if (button.isDisabled()) {
                        throw new AssertionError("disabled: " + id);
                    }
                    button.fire();
                });
        rig.settle();
    }

    static void type(WindowRig rig, String id, String text) {
        TextInputControl field = (TextInputControl) rig.find(id);
        Fx.run(() -> field.setText(text));
        rig.settle();
    }

    /** Opens it as a person does: types its name, and Enter. */
    static void open(WindowRig rig, String name) {
        type(rig, "spaces-search", name);
        TextField field = (TextField) rig.find("spaces-search");
        Fx.run(field::requestFocus);
        rig.hand.push(KeyCode.ENTER);
        rig.awaitShown("space-says");
    }

    private static TableView<?> table(WindowRig rig) {
        return (TableView<?>) rig.find("spaces-table");
    }

    private static List<String> names(WindowRig rig) {
        TableView<?> table = table(rig);
        return Fx.on(
                () -> table.getItems().stream().map(Space.class::cast).map(Space::name).toList());
    }

    @Test
    void findsByAnyWordsWithoutAccentsOrCase() {
        try (WindowRig rig = opened(Farm.state(Farm.few()))) {
            assertEquals(10, names(rig).size());
            type(rig, "spaces-search", "PONT epicerie");
            assertEquals(List.of("epicerie-pont"), names(rig));
            type(rig, "spaces-search", "eloi chorale frama.example");
            assertEquals(List.of("chorale-eloi"), names(rig));
            type(rig, "spaces-search", "l'etang");
            assertEquals(List.of("potager-etang"), names(rig));
            type(rig, "spaces-search", "rien de tel");
            assertEquals(List.of(), names(rig));
            assertTrue(rig.texts().contains("Aucun espace de ce nom."), rig.texts());
            type(rig, "spaces-search", "");
            assertEquals(10, names(rig).size());
        }
    }

    @Test
    void filtersWhatNeedsALookAndWhatIsSuspended() {
        try (WindowRig rig = opened(Farm.state(Farm.few()))) {
            assertTrue(rig.texts("spaces-look").contains("À regarder · 2"), rig.texts());
            press(rig, "spaces-look");
            assertEquals(List.of("chorale-eloi", "pirouette"), names(rig));
            type(rig, "spaces-search", "radio");
            assertEquals(List.of("pirouette"), names(rig));
            press(rig, "spaces-off");
            assertEquals(List.of(), names(rig));
            type(rig, "spaces-search", "");
            assertEquals(List.of("ecole-lilas"), names(rig));
        }
    }

    @Test
    void anOpenSpaceShowsAllItsPartsFirstAsReadThenAsLookedAt() {
        try (WindowRig rig = opened(Farm.state(Farm.few()))) {
            open(rig, Farm.AMAP);
            assertTrue(rig.texts("space-says").contains("Rien à signaler"), rig.texts());
            for (String kind : List.of("record", "app", "route", "database", "bucket", "runner")) {
                assertTrue(rig.shows("link-" + kind), kind);
            }
            assertTrue(rig.texts("missing-backup").contains("pas couvert"), rig.texts());
            assertTrue(rig.texts("link-bucket").contains("12,4 Gio"), rig.texts("link-bucket"));
            assertTrue(
                    rig.texts("link-bucket").contains("minio-1 · il y a 8 s"),
                    rig.texts("link-bucket"));
            Fx.await("asked", () -> rig.desk.spaces.looked.equals(List.of(Farm.AMAP)));
            rig.desk.spaces.slowLook.orElseThrow().complete(Farm.look(Farm.AMAP));
            rig.awaitShown("link-check");
            assertTrue(rig.shows("link-office"));
            assertTrue(rig.texts("space-says").contains("Tout répond"), rig.texts());
            assertTrue(rig.texts("link-database").contains("210 Mio"), rig.texts("link-database"));
            assertFalse(rig.texts().contains("["), rig.texts());
        }
    }

    @Test
    void aSystemThatCannotBeAskedSaysSoAndItsPartsAreOld() {
        try (WindowRig rig = opened(Farm.state(Farm.few()))) {
            rig.desk.spaces.slowLook = Optional.empty();
            rig.desk.spaces.look = Farm.without(Farm.AMAP, "haproxy");
            open(rig, Farm.AMAP);
            rig.awaitText("haproxy-1.example:22");
            assertTrue(rig.find("link-route").getStyleClass().contains("stale"));
            assertFalse(rig.find("link-database").getStyleClass().contains("stale"));
            assertTrue(rig.texts("space-says").contains("pas pu être demandé"), rig.texts());
        }
    }

    @Test
    void whatASilentSystemSaidIsGreyAndItsAgeStands() {
        try (WindowRig rig = opened(Farm.state(Farm.silent(Farm.few())))) {
            assertTrue(rig.texts("spaces-table").contains("état ancien"), rig.texts());
            open(rig, Farm.AMAP);
            assertTrue(rig.find("link-database").getStyleClass().contains("stale"));
            assertFalse(rig.find("link-bucket").getStyleClass().contains("stale"));
            assertTrue(rig.texts("link-database").contains("il y a 3 h"), rig.texts());
        }
    }

    @Test
    void saysWhatIsWrongInOneLine() {
        try (WindowRig rig = opened(Farm.state(Farm.few()))) {
            open(rig, "chorale-eloi");
            assertTrue(rig.texts("space-says").contains("La route mène ailleurs"), rig.texts());
            open(rig, "ecole-lilas");
            assertTrue(rig.texts("space-says").contains("En maintenance"), rig.texts());
            assertTrue(rig.texts("space-resume").contains("Rouvrir"), rig.texts());
        }
    }

    @Test
    void anotherQuotaIsAPlanToReview() {
        try (WindowRig rig = opened(Farm.state(Farm.few()))) {
            open(rig, Farm.AMAP);
            press(rig, "space-quota");
            type(rig, "quota-other", "7,5 patates");
            assertTrue(Fx.on(rig.find("quota-go")::isDisabled));
            type(rig, "quota-other", "7,5");
            assertTrue(rig.texts().contains("plus rien ne pourra être déposé"), rig.texts());
            type(rig, "quota-other", "");
            @SuppressWarnings("unchecked")
            ComboBox<Long> sizes = (ComboBox<Long>) rig.find("quota-size");
            Fx.run(() -> sizes.setValue(107_374_182_400L));
            press(rig, "quota-go");
            AlterSpace wanted =
                    new AlterSpace(
                            Farm.AMAP, "nextcloud-farm", "quota", Map.of("quota", "107374182400"));
            assertEquals(List.of(wanted), rig.desk.spaces.planned);
            rig.awaitText("changer le quota de l’espace amap-vallon");
        }
    }

    @Test
    void removingSaysWhatIsSavedAndAsksForTheNameAgain() {
        try (WindowRig rig = opened(Farm.state(Farm.few()))) {
            open(rig, Farm.AMAP);
            press(rig, "space-remove");
            String read = rig.texts();
            assertTrue(
                    read.contains("la base de données, sur nextcloud-1 (/var/lib/ronron/saves)"),
                    read);
            assertTrue(read.contains("comptés et comparés, sur minio-1 (ronron-removed)"), read);
            Node go = rig.find("remove-go");
            assertTrue(Fx.on(go::isDisabled));
            type(rig, "remove-name", "amap-valon");
            assertTrue(Fx.on(go::isDisabled));
            type(rig, "remove-name", Farm.AMAP);
            press(rig, "remove-go");
            assertEquals(
                    List.of(new AlterSpace(Farm.AMAP, "nextcloud-farm", "remove", Map.of())),
                    rig.desk.spaces.planned);
        }
    }

    @Test
    void whatNoBlueprintOfOursFitsIsShownAndNotChanged() {
        try (WindowRig rig = opened(Farm.state(Farm.few()))) {
            open(rig, "wiki-vieux");
            assertFalse(rig.shows("space-remove"));
            assertTrue(rig.texts("space-detail").contains("Aucun modèle ne convient"), rig.texts());
        }
    }

    @Test
    void anOperationOnItIsShownAndNothingElseIsBegun() {
        AlterSpace suspend = new AlterSpace(Farm.AMAP, "nextcloud-farm", "suspend", Map.of());
        DeskState state =
                Farm.state(Farm.few(), Farm.operation(suspend, OperationView.State.RUNNING));
        try (WindowRig rig = opened(state)) {
            open(rig, Farm.AMAP);
            assertTrue(rig.texts("space-detail").contains("Suspendre l’espace amap-vallon"));
            assertTrue(Fx.on(rig.find("space-remove")::isDisabled));
            open(rig, "epicerie-pont");
            assertFalse(Fx.on(rig.find("space-remove")::isDisabled));
        }
    }

    @Test
    void tenThousandHoldOnlyTheRowsThatAreSeen() {
        try (WindowRig rig = opened(Farm.state(Farm.many(10_000)))) {
            assertEquals(10_000, names(rig).size());
            TableView<?> table = table(rig);
            int rows =
                    Fx.on(
                            () ->
                                    (int)
                                            table.lookupAll(".table-row-cell").stream()
                                                    .filter(Node::isVisible)
                                                    .count());
            assertTrue(rows > 10 && rows < 60, "rows drawn: " + rows);
            assertTrue(rig.texts("rail-spaces").contains("10 000"), rig.texts("rail-spaces"));
            type(rig, "spaces-search", "epicerie eloi 9");
            assertTrue(names(rig).size() > 10, names(rig).toString());
            open(rig, "espace-009876");
            assertEquals(List.of("espace-009876"), names(rig));
            rig.hand.push(KeyCode.ESCAPE);
            rig.awaitGone("space-says");
        }
    }

    @Test
    void thePaletteFindsASpaceAndOpensIt() {
        try (WindowRig rig = opened(Farm.state(Farm.many(10_000)))) {
            press(rig, "rail-operations");
            press(rig, "search");
            type(rig, "palette-text", "espace-004321");
            rig.hand.push(KeyCode.ENTER);
            rig.awaitShown("space-says");
            assertTrue(rig.texts("space-detail").contains("espace-004321"), rig.texts());
        }
    }

    @Test
    void withoutASystemThatHoldsSpacesSaysWhichToAdd() {
        try (WindowRig rig = opened(Farm.state(Farm.bare()))) {
            assertTrue(rig.texts().contains("Charon, HAProxy, MinIO"), rig.texts());
            press(rig, "spaces-connect");
            assertTrue(rig.shows("connections-add"));
        }
    }
}
