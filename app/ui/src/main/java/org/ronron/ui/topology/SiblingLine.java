package org.ronron.ui.topology;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.ronron.core.model.Node;
import org.ronron.core.model.Workload;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.StateMark;

/** Where another of the same kind runs: its state, the machine, its zone. Can be filled again. */
final class SiblingLine extends HBox {
    private final Texts texts;
    private final Going going;
    private final StateMark mark;
    private final Button name = Bits.link("", () -> {}, "mono");
    private final Label zone = Bits.whole("", "note");

    SiblingLine(Texts texts, Going going) {
        super(8);
        this.texts = texts;
        this.going = going;
        this.mark = new StateMark(Mark.TODO, texts);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("row");
        HBox.setHgrow(name, Priority.SOMETIMES);
        getChildren().addAll(mark, name, Bits.spring(), zone);
    }

    /** A click goes to it. */
    SiblingLine say(Node on, Workload of) {
        mark.show(Listing.mark(of.state()));
        name.setText(on.name());
        name.setOnAction(e -> going.workload(on.id(), of));
        zone.setText(on.zone().isEmpty() ? texts.get("zone.none") : on.zone());
        return this;
    }
}
