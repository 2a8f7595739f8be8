package org.ronron.ui.topology;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.layout.VBox;
import org.ronron.core.model.Node;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.KeyValues;
import org.ronron.ui.parts.Ui;

/** Several machines at once, and what they have together. */
final class SeveralInspector extends VBox {
    SeveralInspector(
            Ui ui, TopologyWords words, List<Node> nodes, Consumer<List<Node>> move, Going going) {
        super(10);
        setId("inspector-several");
        Texts texts = ui.texts();
        Listing listing = new Listing(texts, going);
        VBox list = Bits.column(4);
        nodes.stream()
                .limit(Listing.MOST)
                .forEach(n -> list.getChildren().add(listing.node(n, words.zone(n.zone()))));
        int more = nodes.size() - Listing.MOST;
        if (more > 0) {
            list.getChildren().add(Bits.text(texts.count("topology.more", more), "note"));
        }
        KeyValues together = new KeyValues(96);
        OptionalLong memory = sum(nodes, View::free);
        if (memory.isPresent()) {
            String size = texts.figures().bytes(memory.getAsLong());
            together.add(
                    texts.get("topology.fact.memory"), texts.get("topology.free", "size", size));
        }
        OptionalLong cpu = sum(nodes, View::freeCpu);
        if (cpu.isPresent()) {
            String size = texts.figures().mhz(cpu.getAsLong());
            together.add(texts.get("topology.fact.cpu"), texts.get("topology.free", "size", size));
        }
        getChildren()
                .addAll(
                        Bits.line(texts.count("topology.nodes", nodes.size()), "card-title"),
                        together,
                        list,
                        Bits.button(texts.get("topology.move"), () -> move.accept(nodes)));
    }

    /** Empty when one of them is not known: a part is not the whole. */
    private static OptionalLong sum(List<Node> nodes, Function<Node, OptionalLong> figure) {
        long sum = 0;
        for (Node node : nodes) {
            OptionalLong one = figure.apply(node);
            if (one.isEmpty()) {
                return one;
            }
            sum += one.getAsLong();
        }
        return OptionalLong.of(sum);
    }
}
