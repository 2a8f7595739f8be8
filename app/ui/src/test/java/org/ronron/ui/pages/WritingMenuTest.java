package org.ronron.ui.pages;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.ronron.api.Login;
import org.ronron.core.desk.DeskState;
import org.ronron.core.desk.EndpointDraft;
import org.ronron.core.model.EndpointView;
import org.ronron.core.port.Secrets;
import org.ronron.ui.pages.connections.ConnectionsPage;

/** Writing for a time: what for, with which secret, what is missing, and back. */
class WritingMenuTest {
    private static final String APPLY = "step.apply";

    private static Rig<ConnectionsPage> rig(Secrets.State vault, Login login, boolean kept) {
        return Rig.french(state(vault, login, kept), ConnectionsPage::new);
    }

    private static DeskState state(Secrets.State vault, Login login, boolean kept) {
        EndpointView garage = Examples.garage("print-1");
        EndpointView now =
                new EndpointView(
                        garage.id(),
                        garage.type(),
                        garage.name(),
                        garage.address(),
                        garage.state(),
                        garage.version(),
                        garage.fingerprint(),
                        garage.answered(),
                        garage.fault(),
                        garage.writableUntil(),
                        garage.settings(),
                        kept
                                ? Map.of("token", Examples.NOW, "writeToken", Examples.NOW)
                                : Map.of("token", Examples.NOW),
                        login);
        return Examples.state(
                Optional.of(Examples.collectiveOf(List.of(now))), List.of(), List.of(), vault);
    }

    private static Login lacking() {
        return new Login("ronron-read", Set.of(APPLY), false);
    }

    private static MenuButton menu(Rig<ConnectionsPage> rig) {
        return find(rig, MenuButton.class, "writing-" + Examples.GARAGE);
    }

    private static <N extends Node> N find(Rig<?> rig, Class<N> type, String id) {
        return FxWindow.on(
                () ->
                        FxWindow.all(rig.view).stream()
                                .filter(n -> id.equals(n.getId()))
                                .map(type::cast)
                                .findFirst()
                                .orElseThrow());
    }

    private static List<String> words(MenuButton menu) {
        return FxWindow.on(
                () -> {
                    List<String> said = new ArrayList<>();
                    for (MenuItem item : menu.getItems()) {
                        boolean read = item instanceof CustomMenuItem;
                        said.add(
                                read
                                        ? ((Labeled) ((CustomMenuItem) item).getContent()).getText()
                                        : item.getText());
                    }
                    return said;
                });
    }

    private static void fire(MenuButton menu, String label) {
        FxWindow.run(
                () ->
                        menu.getItems().stream()
                                .filter(item -> label.equals(item.getText()))
                                .findFirst()
                                .orElseThrow()
                                .fire());
        FxWindow.settle();
    }

    @Test
    void saysWhatItWouldBeUsedForAndWhatIsMissing() {
        List<String> words = words(menu(rig(Secrets.State.OPEN, lacking(), false)));
        assertEquals("Servirait à\u00a0: changer la zone d’une machine", words.get(0));
        assertEquals("Il manque à ce compte le droit de\u00a0: Appliquer le layout", words.get(1));
        List<String> whole = words(menu(rig(Secrets.State.OPEN, Login.NOT_TOLD, false)));
        assertFalse(whole.toString().contains("Il manque"), whole::toString);
    }

    @Test
    void asksForTheSecretWhenARightIsMissingAndKeepsItBeforeItWrites() {
        Rig<ConnectionsPage> rig = rig(Secrets.State.OPEN, lacking(), false);
        fire(menu(rig), rig.texts.get("connections.allow.15"));
        assertEquals(List.of(), rig.desk.calls);
        Region dialog = Objects.requireNonNull(rig.navigator.overlay);
        String read = FxWindow.read(dialog);
        assertTrue(read.contains("Jeton pour écrire"), read);
        assertTrue(read.contains("ronron-write"), read);
        assertFalse(read.contains("ronron-read "), read);
        FxWindow.press(dialog, rig.texts.get("writing.secret.allow"));
        assertEquals(List.of(), rig.desk.calls);
        FxWindow.type(dialog, "writing-secret", "wr1te");
        FxWindow.press(dialog, rig.texts.get("writing.secret.allow"));
        assertEquals(
                List.of(
                        "edit " + Examples.GARAGE + " garage-maison",
                        "allowWriting " + Examples.GARAGE + " PT15M"),
                rig.desk.calls);
        assertEquals(List.of("writeToken=wr1te"), rig.desk.secretsSeen);
        EndpointDraft draft = rig.desk.drafts.getFirst();
        assertEquals("relais.example", draft.settings().get("via"));
        assertArrayEquals(new char[5], draft.secrets().get("writeToken"));
        assertNull(rig.navigator.overlay);
    }

    @Test
    void aVaultThatIsLockedIsOpenedOnTheWay() {
        Rig<ConnectionsPage> rig = rig(Secrets.State.LOCKED, lacking(), false);
        fire(menu(rig), rig.texts.get("writing.secret.give"));
        Region dialog = Objects.requireNonNull(rig.navigator.overlay);
        FxWindow.type(dialog, "writing-secret", "wr1te");
        FxWindow.press(dialog, rig.texts.get("writing.secret.keep"));
        assertEquals(List.of(), rig.desk.calls);
        assertTrue(FxWindow.read(dialog).contains(rig.texts.get("vault.unlock.title")));
    }

    @Test
    void whoHasTheRightsIsNotAskedAgain() {
        for (boolean kept : new boolean[] {true, false}) {
            Login login = kept ? lacking() : Login.NOT_TOLD;
            Rig<ConnectionsPage> rig = rig(Secrets.State.OPEN, login, kept);
            fire(menu(rig), rig.texts.get("connections.allow.60"));
            assertEquals(List.of("allowWriting " + Examples.GARAGE + " PT1H"), rig.desk.calls);
        }
    }

    @Test
    void oneClickGoesBackToReadOnly() {
        Rig<ConnectionsPage> rig = rig(Secrets.State.OPEN, Login.NOT_TOLD, false);
        FxWindow.run(find(rig, Button.class, "read-only-" + Examples.GARAGE)::fire);
        FxWindow.settle();
        assertEquals(List.of("readOnly " + Examples.GARAGE), rig.desk.calls);
    }
}
