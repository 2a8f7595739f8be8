package org.ronron.ui.topology;

import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** What a volunteer does on the picture, for whoever acts on it. */
interface CardEvents {
    void pressed(NodeCard card, MouseEvent event);

    void dragged(NodeCard card, MouseEvent event);

    void released(NodeCard card, MouseEvent event);

    void key(NodeCard card, KeyEvent event);

    void zone(String name);
}
