package org.ronron.ui.topology;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;
import org.ronron.core.model.Node;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.StateMark;
import org.ronron.ui.parts.Ui;

/** Several machines at once. */
final class SeveralInspector extends VBox {
    SeveralInspector(Ui ui, TopologyWords words, List<Node> nodes, Consumer<List<Node>> move) {
        super(10);
        setId("inspector-several");
        Texts texts = ui.texts();
        VBox list = Bits.column(6);
        nodes.forEach(
                n ->
                        list.getChildren()
                                .add(
                                        Bits.row(
                                                8,
                                                new StateMark(Mark.of(n.state()), texts),
                                                Bits.line(n.name(), "mono"),
                                                Bits.spring(),
                                                Bits.whole(words.zone(n.zone()), "note"))));
        getChildren()
                .addAll(
                        Bits.line(texts.count("topology.nodes", nodes.size()), "card-title"),
                        list,
                        Bits.button(texts.get("topology.move"), () -> move.accept(nodes)));
    }
}
