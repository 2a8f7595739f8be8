package org.ronron.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ronron.ui.window.RequestsRig.disabled;
import static org.ronron.ui.window.RequestsRig.opened;
import static org.ronron.ui.window.RequestsRig.press;
import static org.ronron.ui.window.RequestsRig.state;
import static org.ronron.ui.window.RequestsRig.type;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.ronron.api.Requests;
import org.ronron.core.desk.HandRequest;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Request;

/** The Requests page in the real window: what is listed, read, and written down. */
class RequestsWindowTest {
    private static final KeyEvent ENTER =
            new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false);

    private static ListView<Request> list(WindowRig rig) {
        return (ListView<Request>) rig.find("requests-list");
    }

    private static void select(WindowRig rig, int row) {
        ListView<Request> list = list(rig);
        Fx.run(() -> list.getSelectionModel().clearAndSelect(row));
        rig.settle();
    }

    @Test
    void thoseThatWaitAreListedAndOneIsReadInFull() {
        try (WindowRig rig =
                opened(
                        ExampleRequests.vallon(),
                        ExampleRequests.pirouette(),
                        ExampleRequests.syndicat(),
                        ExampleRequests.arabic(),
                        ExampleRequests.refused())) {
            String read = rig.texts();
            assertTrue(rig.texts("requests-filter").contains("En attente 4"), read);
            assertTrue(rig.texts("rail-requests").contains("4"), read);
            assertTrue(read.contains("جمعية البستان"), read);
            String detail = rig.texts("request-detail");
            for (String part :
                    List.of(
                            "AMAP du Vallon",
                            "association loi 1901",
                            "agriculture, alimentation",
                            "3 500 €",
                            "Camille Dupré · amap@vallon.example",
                            "amap-vallon.frama.example",
                            "libre, proche de amap-valon",
                            "« Partager les plannings",
                            "refusée",
                            "Vue samedi au marché, c’est bien eux.",
                            "par Sam, il y a 24 h")) {
                assertTrue(detail.contains(part), part + " in\n" + detail);
            }
            select(rig, 1);
            assertTrue(rig.texts("request-organisation").contains("Radio Pirouette"));
            assertTrue(rig.texts("request-contact").contains("n’est plus connue"));
            assertEquals(List.of("r_17", "r_18"), rig.desk.spaces.contacted);
            assertFalse(rig.texts().contains("["), rig.texts());
        }
    }

    @Test
    void theListIsFilteredAndSaysHowManyWereDecided() {
        try (WindowRig rig = opened(ExampleRequests.vallon(), ExampleRequests.refused())) {
            assertTrue(rig.texts().contains("Ces 30 jours : 0 acceptée, 1 refusée"), rig.texts());
            MenuButton filter = (MenuButton) rig.find("requests-filter");
            Fx.run(() -> filter.getItems().get(1).fire());
            rig.settle();
            ListView<Request> list = list(rig);
            assertEquals(1, Fx.on(() -> list.getItems().size()));
            assertTrue(rig.texts("request-decide").contains("Il n’y a plus rien à décider"));
            assertFalse(rig.shows("decide-accept"));
        }
    }

    @Test
    void theContactIsForgottenWhenThePageIsLeftAndReadAgainOnReturn() {
        CompletableFuture<Requests.Contact> late = new CompletableFuture<>();
        try (WindowRig rig = opened(ExampleRequests.vallon(), ExampleRequests.pirouette())) {
            Node page = rig.find("request-contact");
            assertTrue(Fx.texts(page).contains("amap@vallon.example"));
            press(rig, "rail-history");
            assertFalse(Fx.texts(page).contains("amap@vallon.example"));
            press(rig, "rail-requests");
            assertTrue(Fx.texts(page).contains("amap@vallon.example"));
            rig.desk.spaces.slow.put("r_18", late);
            select(rig, 1);
            assertTrue(Fx.texts(page).contains("…"));
            press(rig, "rail-history");
            late.complete(new Requests.Contact("Trop", "tard@radio.example"));
            rig.settle();
            assertFalse(Fx.texts(page).contains("tard@radio.example"));
        }
    }

    @Test
    void aRequestIsWrittenDownByHandAndPasted() {
        try (WindowRig rig = opened(ExampleRequests.farm())) {
            assertTrue(rig.texts().contains("Ici se liront les demandes"), rig.texts());
            press(rig, "requests-write-first");
            assertTrue(disabled(rig, "write-keep"));
            type(rig, "write-purpose", "Un agenda");
            type(
                    rig,
                    "write-paste",
                    "De : Max <max@pirouette.example>\nOrganisation : Radio Pirouette\n"
                            + "Pourquoi : la grille des programmes");
            assertTrue(rig.texts("write-card").contains("4 éléments reconnus"));
            press(rig, "write-keep");
            HandRequest written = rig.desk.spaces.written.getFirst();
            assertEquals("Radio Pirouette", written.organisation());
            assertEquals("Un agenda", written.purpose());
            assertEquals("radio-pirouette", written.wished());
            assertEquals("max@pirouette.example", written.contact().email());
            assertFalse(rig.shows("write-card"));
        }
    }

    @Test
    void hostileWordsAreShownCleanAndCut() {
        try (WindowRig rig = opened(ExampleRequests.hostile())) {
            String read = rig.texts();
            assertTrue(read.contains("Evil <b>Corp</b> gnp.exe xxx"), read);
            assertFalse(read.contains("\u0000"));
            assertFalse(read.contains("\u202E"));
            assertTrue(read.length() < 4_000, "" + read.length());
            assertTrue(read.contains("lettres a à z"), read);
            assertTrue(disabled(rig, "decide-accept"));
        }
    }

    @Test
    void threeThousandRequestsMakeNoMoreRowsThanAreSeen() {
        Collective many =
                ExampleRequests.farm(
                        ExampleRequests.connections("ronron"), ExampleRequests.many(3_000));
        try (WindowRig rig = opened(many)) {
            int cells = Fx.on(() -> rig.scene().getRoot().lookupAll(".request-cell").size());
            assertTrue(cells > 3 && cells < 40, "" + cells);
            assertTrue(rig.texts("requests-filter").contains("3 000"));
        }
    }

    @Test
    void thePaletteFindsARequestByItsOrganisation() {
        try (WindowRig rig = opened(ExampleRequests.vallon(), ExampleRequests.pirouette())) {
            press(rig, "rail-history");
            press(rig, "search");
            type(rig, "palette-text", "pirouette");
            Node field = rig.find("palette-text");
            Fx.run(() -> field.fireEvent(ENTER));
            rig.settle();
            assertTrue(rig.texts("request-organisation").contains("Radio Pirouette"), rig.texts());
        }
    }

    @Test
    void aPageThatHasNothingToDoIsNotInTheRail() {
        try (WindowRig rig = new WindowRig(state(ExampleRequests.farm(List.of(), List.of())))) {
            Node item = rig.find("rail-requests");
            assertFalse(Fx.on(item::isVisible));
            Collective source =
                    ExampleRequests.farm(
                            List.of(ExampleRequests.connections("ronron").getFirst()), List.of());
            rig.desk.show(state(source));
            Fx.await("rail", item::isVisible);
        }
    }
}
