package org.ronron.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;
import org.ronron.api.Login;
import org.ronron.core.desk.DeskState;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.ui.pages.ExampleConnector;
import org.ronron.ui.pages.ExampleHost;

/**
 * The pictures of the connections for {@code screenshots/}, from the real window; with {@code
 * -Dscreenshots=FOLDER} they are put there.
 */
class ScreenshotsTest {
    private static DeskState state() {
        Collective own = Deuxfleurs.own();
        List<EndpointView> endpoints = new ArrayList<>();
        for (EndpointView e : own.endpoints()) {
            boolean all = e.name().equals("nomad");
            endpoints.add(e.with(new Login(all ? "root" : "ronron-read", Set.of(), all)));
        }
        return States.of(Variants.connected(own, endpoints), "fr", "light");
    }

    private static WindowRig rig(DeskState state) {
        return new WindowRig(
                new ShowDesk(
                        state,
                        Forecasts::fine,
                        List.of(new ExampleConnector(), new ExampleHost())));
    }

    private static void press(WindowRig rig, String id) {
        ButtonBase button = (ButtonBase) rig.find(id);
        Fx.run(button::fire);
        rig.settle();
    }

    private static void type(WindowRig rig, String id, String text) {
        TextInputControl field = (TextInputControl) rig.find(id);
        Fx.run(() -> field.setText(text));
    }

    @Test
    void theConnectionsAndTheirWarnings() throws IOException {
        try (WindowRig rig = rig(state())) {
            press(rig, "rail-connections");
            assertTrue(rig.texts().contains("Trop de droits"), rig.texts());
            keep(rig, "20-connections");
        }
    }

    @Test
    void severalMachinesFromATable() throws IOException {
        try (WindowRig rig = rig(state())) {
            press(rig, "rail-connections");
            press(rig, "connections-several");
            type(
                    rig,
                    "hosts-table",
                    """
                    adresse ; zone ; rôle
                    ananas.deuxfleurs.example ; scorpio ; stockage
                    camille@oignon.deuxfleurs.example:2222 ; dathomir ; stockage
                    poireau.deuxfleurs.example ; corrin ; web
                    """);
            press(rig, "hosts-table-read");
            assertTrue(rig.texts().contains("3 machines trouvées"), rig.texts());
            keep(rig, "21-several-machines");
        }
    }

    @Test
    void aCertificateIsAskedFor() throws IOException {
        try (WindowRig rig = rig(States.asking(state(), CardShotsTest.CERTIFICATE))) {
            keep(rig, "22-trust-certificate");
        }
    }

    @Test
    void aChangedKeyStopsEverything() throws IOException {
        try (WindowRig rig = rig(States.asking(state(), CardShotsTest.CHANGED))) {
            keep(rig, "23-changed-key");
        }
    }

    private static void keep(WindowRig rig, String name) throws IOException {
        rig.shoot(name);
        assertFalse(rig.texts().contains("["), rig.texts());
        assertEquals(List.of(), rig.cut());
        String folder = System.getProperty("screenshots", "");
        if (!folder.isEmpty()) {
            Path drawn = Path.of("target", "shots", name + ".png");
            Path kept = Path.of(folder, name + ".png");
            Files.copy(drawn, kept, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
