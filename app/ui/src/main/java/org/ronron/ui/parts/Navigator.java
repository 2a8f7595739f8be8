package org.ronron.ui.parts;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.ronron.api.Fault;
import org.ronron.core.model.RequestRef;
import org.ronron.core.plan.Plan;

/** Ways through the window. Called on the FX thread. */
public interface Navigator {
    /** Opens the page of this id. */
    void go(String page);

    /** Opens the review of a plan. */
    void review(Plan plan);

    /** Opens an operation. */
    void operation(String id);

    /** Opens a space, by its name. */
    void space(String name);

    /** Opens a request; one that is not there yet, as soon as it is. */
    void request(RequestRef ref);

    /** What stands on the right for the selection; null takes it away. */
    void inspect(@org.jspecify.annotations.Nullable Region content);

    /** Lays content over the page, in the scene: centred, the rest dimmed, Esc closes. */
    void overlay(Region content);

    /** Lays content beside an anchor, never over it; a click elsewhere closes. */
    void beside(Region content, Node anchor);

    void closeOverlay();

    /**
     * Shows a fault as an overlay: what happened, what was changed or not, the remedy, the code.
     */
    void show(Fault fault);

    /** A short line at the bottom that goes by itself. */
    void say(String text);
}
