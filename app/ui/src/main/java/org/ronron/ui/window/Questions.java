package org.ronron.ui.window;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronron.core.desk.DeskState;
import org.ronron.core.desk.DeskState.TrustQuestion;
import org.ronron.ui.parts.Ui;

/** Lays a standing question of trust over the page, one at a time. */
final class Questions {
    private final Ui ui;
    private final Overlays overlays;
    private List<TrustQuestion> seen = List.of();
    private @Nullable TrustCard card;

    Questions(Ui ui, Overlays overlays) {
        this.ui = ui;
        this.overlays = overlays;
    }

    void show(DeskState state) {
        List<TrustQuestion> standing = state.questions();
        boolean stands = card != null && overlays.shows(card);
        if (stands && standing.equals(seen)) {
            return;
        }
        if (!standing.isEmpty() && !standing.equals(seen)) {
            card = new TrustCard(ui, standing.getFirst(), overlays::close);
            overlays.overlay(card);
        } else if (standing.isEmpty() && stands) {
            overlays.close();
        }
        seen = standing;
    }
}
