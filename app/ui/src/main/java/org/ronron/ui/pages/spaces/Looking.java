package org.ronron.ui.pages.spaces;

import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Ui;

/**
 * Looks closely at the space that is open, once the selection rests: whoever goes down the list by
 * keyboard asks nobody on the way. FX thread only.
 */
final class Looking {
    private static final Duration REST = Duration.millis(200);

    private final Ui ui;
    private final Runnable changed;
    private final PauseTransition rest = new PauseTransition(REST);
    private String space = "";
    private int asked;
    private boolean under;
    private Optional<Looked> looked = Optional.empty();

    /**
     * @param changed called when there is more to show
     */
    Looking(Ui ui, Runnable changed) {
        this.ui = ui;
        this.changed = changed;
        rest.setOnFinished(e -> ask());
    }

    /** Another space is open; an empty name for none. */
    void at(String name) {
        space = name;
        looked = Optional.empty();
        asked++;
        under = !name.isEmpty();
        rest.stop();
        if (under) {
            rest.playFromStart();
        }
    }

    /** The same space again: what was seen stays until it is seen anew. */
    void again() {
        if (!space.isEmpty() && !under) {
            under = true;
            ask();
        }
    }

    boolean under() {
        return under;
    }

    Optional<Looked> looked() {
        return looked;
    }

    private void ask() {
        int mine = ++asked;
        Asking.ask(
                ui,
                ui.desk().spaces().look(space),
                seen -> keep(mine, new Looked(ui.clock().instant(), seen.links(), seen.faults())),
                fault -> keep(mine, new Looked(ui.clock().instant(), List.of(), List.of(fault))));
        changed.run();
    }

    private void keep(int mine, Looked seen) {
        if (mine == asked) {
            under = false;
            looked = Optional.of(seen);
            changed.run();
        }
    }
}
