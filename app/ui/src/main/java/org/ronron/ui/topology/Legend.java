package org.ronron.ui.topology;

import java.util.List;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.ronron.core.model.Node;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.StateMark;
import org.ronron.ui.parts.Token;
import org.ronron.ui.parts.Tokens;
import org.ronron.ui.topology.map.Bar;
import org.ronron.ui.topology.map.BarView;
import org.ronron.ui.topology.map.Pattern;

/** What the shapes and the hatching mean. */
final class Legend {
    private static final Mark[] MARKS = {
        Mark.FINE, Mark.ATTENTION, Mark.WRONG, Mark.UNKNOWN, Mark.BUSY, Mark.STAGED
    };

    private Legend() {}

    /** The marks, and of the bars what there is to explain. */
    static FlowPane of(Texts texts, Tokens tokens, List<Node> nodes) {
        FlowPane legend = new FlowPane(14, 4);
        legend.getStyleClass().add("legend-row");
        for (Mark mark : MARKS) {
            legend.getChildren().add(line(new StateMark(mark, texts), mark.word(texts)));
        }
        if (nodes.stream().anyMatch(n -> n.sizesPublished() && !n.workloads().isEmpty())) {
            add(
                    legend,
                    swatch(tokens, Token.BAR_A, Pattern.SOLID),
                    texts.get("topology.legend.cell"));
        }
        if (nodes.stream().anyMatch(n -> !n.sizesPublished() && !n.workloads().isEmpty())) {
            add(
                    legend,
                    swatch(tokens, Token.BAR_SYSTEM, Pattern.STRIPES),
                    texts.get("topology.legend.unsized"));
        }
        if (nodes.stream().anyMatch(Legend::failed)) {
            add(
                    legend,
                    swatch(tokens, Token.BAR_FAILED, Pattern.CROSS),
                    texts.get("topology.legend.failed"));
        }
        return legend;
    }

    private static boolean failed(Node node) {
        return node.workloads().stream().anyMatch(Bars::failed);
    }

    private static void add(FlowPane legend, BarView swatch, String word) {
        legend.getChildren().add(line(swatch, word));
    }

    private static BarView swatch(Tokens tokens, Token colour, Pattern pattern) {
        BarView bar = new BarView(tokens, Bar.of(colour, pattern), 10);
        bar.setMinWidth(18);
        bar.setPrefWidth(18);
        bar.setMaxWidth(18);
        return bar;
    }

    private static HBox line(javafx.scene.Node shape, String word) {
        HBox line = Bits.row(5, shape, Bits.whole(word));
        line.getStyleClass().add("legend");
        return line;
    }
}
