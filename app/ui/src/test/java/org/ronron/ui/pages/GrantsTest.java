package org.ronron.ui.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.Test;
import org.ronron.api.Login;
import org.ronron.core.port.Secrets;
import org.ronron.ui.pages.connections.ConnectionsPage;

/** What is needed at least stands beside the form; what is too much is said. */
class GrantsTest {
    private final Rig<ConnectionsPage> rig =
            Rig.french(
                    Examples.state(
                            Optional.of(Examples.collective("own")),
                            List.of(),
                            List.of(),
                            Secrets.State.OPEN),
                    ConnectionsPage::new);

    @Test
    void theLeastStandsBesideTheFormReadyToCopy() {
        rig.press("connections.add");
        String read = rig.read();
        assertTrue(read.contains("Un jeton qui lit, et rien d’autre."), read);
        assertTrue(read.contains("--scope GetClusterStatus,UpdateClusterLayout"), read);
        rig.press("copy");
        assertEquals(
                "garage admin-token create --scope GetClusterStatus,GetClusterLayout ronron-read",
                FxWindow.on(() -> Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void aTrialSaysAsWhomItCameInAndWarnsOfTooMuch() {
        rig.press("connections.edit");
        rig.desk.answer = Examples.observation().withLogin(new Login("root", Set.of(), true));
        rig.press("connections.test");
        String read = rig.read();
        assertTrue(read.contains(rig.texts.get("excess.named", "name", "root")), read);
        assertTrue(read.contains(rig.texts.get("excess.remedy")), read);
        rig.desk.answer = Examples.observation().withLogin(new Login("ronron", Set.of(), false));
        rig.press("connections.test");
        assertTrue(rig.read().contains(rig.texts.get("connections.login", "name", "ronron")));
        assertFalse(rig.read().contains(rig.texts.get("excess.title")));
    }

    @Test
    void theListWarnsAndOpensWhatToDoInstead() {
        rig.press("excess.short");
        var dialog = Objects.requireNonNull(rig.navigator.overlay);
        String read = FxWindow.read(dialog);
        assertTrue(read.contains(rig.texts.get("excess.remedy")), read);
        assertTrue(read.contains("ronron-read"), read);
    }
}
