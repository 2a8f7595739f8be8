package org.ronron.ui.window;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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
            // it takes its place with the next layout: a hand that is quicker clicks beside it
            Fx.run(() -> rig.scene().getRoot().layout());
            rig.hand.clickOn("#received");
            rig.awaitText("Sauvegarde échouée");
            assertTrue(rig.texts("notices").contains("<b>celeri</b>"), "no markup is drawn");
            rig.desk.show(with(notice("Disque plein", 9), notice("Sauvegarde échouée", 8)));
            rig.awaitText("Disque plein");
        }
    }
}
