package org.ronron.ui.topology.map;

import javafx.scene.input.MouseEvent;

/** What a volunteer does on the picture, for whoever acts on it. FX thread. */
public interface MapEvents {
    /**
     * A click, or Enter.
     *
     * @param add whether it is added to what is selected, or taken out of it
     */
    void chosen(Hit hit, boolean add);

    /** The machine that was pressed is being carried. */
    void carried(String nodeId, MouseEvent event);

    /** It was let go of. */
    void dropped();

    /** The carrying, or what is selected, is let go of. */
    void escaped();

    /** Where shall this machine go? */
    void move(String nodeId);

    /** One line on what lies there; empty for none. */
    String line(Hit hit);

    /** What a screen reader says of the machine where the keyboard is. */
    String spoken(NodePicture node);
}
