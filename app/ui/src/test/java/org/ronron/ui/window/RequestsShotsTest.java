package org.ronron.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ronron.api.Requests;
import org.ronron.core.desk.DeskState;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Request;

/** The Requests page as it is drawn, in French and light, in English and dark: no word is cut. */
class RequestsShotsTest {
    /** Where a name is far too long, or the window as small as it goes. */
    private static final List<String> MAY_BE_CUT = List.of("requests-hostile", "requests-narrow");

    private record Shot(String name, Collective collective, Consumer<WindowRig> then) {}

    private static Collective usual() {
        return ExampleRequests.farm(
                ExampleRequests.vallon(),
                ExampleRequests.pirouette(),
                ExampleRequests.syndicat(),
                ExampleRequests.arabic(),
                ExampleRequests.refused());
    }

    private static List<Shot> shots() {
        List<Request> many = new ArrayList<>(ExampleRequests.many(3_000));
        return List.of(
                new Shot("requests", usual(), rig -> {}),
                new Shot("requests-refuse", usual(), rig -> press(rig, "decide-refuse")),
                new Shot("requests-write", usual(), RequestsShotsTest::write),
                new Shot(
                        "requests-claimed",
                        ExampleRequests.farm(ExampleRequests.claimed()),
                        rig -> {}),
                new Shot(
                        "requests-hermes",
                        ExampleRequests.farm(
                                ExampleRequests.connections("hermes"),
                                List.of(ExampleRequests.vallon())),
                        rig -> {}),
                new Shot(
                        "requests-missing",
                        ExampleRequests.farm(List.of(), List.of(ExampleRequests.byHand())),
                        rig -> {}),
                new Shot("requests-none", ExampleRequests.farm(), rig -> {}),
                new Shot(
                        "requests-hostile",
                        ExampleRequests.farm(ExampleRequests.hostile(), ExampleRequests.arabic()),
                        rig -> {}),
                new Shot("requests-narrow", usual(), rig -> rig.size(900, 600)),
                new Shot(
                        "requests-many",
                        ExampleRequests.farm(ExampleRequests.connections("ronron"), many),
                        rig -> {}));
    }

    private static void write(WindowRig rig) {
        press(rig, "requests-write");
        TextInputControl paste = (TextInputControl) rig.find("write-paste");
        Fx.run(
                () ->
                        paste.setText(
                                "De : Max <max@pirouette.example>\nOrganisation : Radio Pirouette\n"
                                        + "Pourquoi : la grille des programmes, à plusieurs"));
        rig.settle();
    }

    private static void press(WindowRig rig, String id) {
        ButtonBase button = (ButtonBase) rig.find(id);
        Fx.run(button::fire);
        rig.settle();
    }

    @TestFactory
    Stream<DynamicTest> noWordIsCut() {
        return shots().stream()
                .flatMap(s -> Stream.of(test(s, "fr", "light"), test(s, "en", "dark")));
    }

    private static DynamicTest test(Shot shot, String language, String theme) {
        String name = shot.name() + "-" + language + "-" + theme;
        return DynamicTest.dynamicTest(name, () -> shoot(shot, language, theme, name));
    }

    private static void shoot(Shot shot, String language, String theme, String name) {
        DeskState state = States.of(shot.collective(), language, theme);
        ShowDesk desk = new ShowDesk(state, Forecasts::fine);
        desk.spaces.contacts.put(
                "r_17", new Requests.Contact("Camille Dupré", "amap@vallon.example"));
        try (WindowRig rig = new WindowRig(desk)) {
            press(rig, "rail-requests");
            shot.then().accept(rig);
            rig.shoot(name);
            assertFalse(rig.texts().contains("["), rig.texts());
            List<String> cut = MAY_BE_CUT.contains(shot.name()) ? List.of() : rig.cut();
            assertEquals(List.of(), cut);
        }
    }
}
