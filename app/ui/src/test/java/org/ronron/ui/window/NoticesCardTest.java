package org.ronron.ui.window;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.ronron.api.NoticeFact;
import org.ronron.core.desk.DeskState;
import org.ronron.core.model.Collective;

/** Messages that were received, as they come. */
class NoticesCardTest {
    private static DeskState with(NoticeFact... notices) {
        Collective ours = Deuxfleurs.own();
        return States.of(ours.with(ours.safety(), List.of(notices)), "fr", "light");
    }

    private static NoticeFact notice(String title, int priority) {
        return new NoticeFact(
                title, States.NOW.minusSeconds(90), "Borg", title, "<b>celeri</b>", priority);
    }

    @Test
    void whatComesIsShownWhileItIsOpen() {
        try (WindowRig rig = new WindowRig(with())) {
            assertFalse(rig.find("received").isVisible());
            rig.desk.show(with(notice("Sauvegarde échouée", 8)));
            Fx.await("a bell", () -> rig.scene().getRoot().lookup("#received").isVisible());
            Button bell = (Button) rig.find("received");
            Fx.run(bell::fire);
            rig.awaitText("Sauvegarde échouée");
            assertTrue(rig.texts("notices").contains("<b>celeri</b>"), "no markup is drawn");
            rig.desk.show(with(notice("Disque plein", 9), notice("Sauvegarde échouée", 8)));
            rig.awaitText("Disque plein");
        }
    }
}
