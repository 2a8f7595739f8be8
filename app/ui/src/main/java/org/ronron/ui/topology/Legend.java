package org.ronron.ui.topology;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.ronron.api.WorkloadFact;
import org.ronron.core.model.Node;
import org.ronron.core.model.Resource;
import org.ronron.core.model.Workload;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.StateMark;
import org.ronron.ui.parts.Token;
import org.ronron.ui.parts.Tokens;
import org.ronron.ui.topology.map.Bar;
import org.ronron.ui.topology.map.BarView;
import org.ronron.ui.topology.map.Cell;
import org.ronron.ui.topology.map.Pattern;

/** What the shapes, the colours and the patterns mean: of those that are in the picture. */
final class Legend extends FlowPane {
    private static final double WIDTH = 22;

    /** What a bar may hold. */
    enum Sign {
        RUNNING,
        STARTING,
        UNSIZED,
        FAILED,
        KEPT,
        USED,
        MOST,
        DISK
    }

    private final Texts texts;
    private final Tokens tokens;
    private Set<Mark> marks = Set.of();
    private Set<Sign> signs = Set.of();

    Legend(Texts texts, Tokens tokens) {
        super(14, 4);
        this.texts = texts;
        this.tokens = tokens;
        setId("legend");
        getStyleClass().add("legend-row");
    }

    /** Made anew only when something else is in the picture. */
    void show(List<Node> nodes, boolean staged) {
        Set<Mark> shapes = EnumSet.noneOf(Mark.class);
        Set<Sign> bars = EnumSet.noneOf(Sign.class);
        for (Node node : nodes) {
            shapes.add(Mark.of(node.state()));
            of(node, bars);
        }
        if (staged) {
            shapes.add(Mark.STAGED);
        }
        if (shapes.equals(marks) && bars.equals(signs)) {
            return;
        }
        marks = shapes;
        signs = bars;
        getChildren().clear();
        shapes.forEach(m -> add(new StateMark(m, texts), m.word(texts)));
        bars.forEach(
                s ->
                        add(
                                swatch(s),
                                texts.get("topology.legend." + s.name().toLowerCase(Locale.ROOT))));
    }

    static void of(Node node, Set<Sign> into) {
        for (Workload workload : node.workloads()) {
            into.add(of(workload));
            if (workload.memoryMost().orElse(0) > workload.memory().orElse(0)) {
                into.add(Sign.MOST);
            }
        }
        for (Resource resource : Resource.values()) {
            boolean scheduled = resource != Resource.DISK || node.reserved(resource).orElse(0) > 0;
            if (scheduled && positive(resource.kept(node))) {
                into.add(Sign.KEPT);
            }
            if (positive(resource.used(node))) {
                into.add(scheduled ? Sign.USED : Sign.DISK);
            }
        }
    }

    private static boolean positive(OptionalLong size) {
        return size.orElse(0) > 0;
    }

    private static Sign of(Workload workload) {
        if (Bars.failed(workload)) {
            return Sign.FAILED;
        }
        if (workload.memory().isEmpty() && workload.cpu().isEmpty()) {
            return Sign.UNSIZED;
        }
        return workload.state() == WorkloadFact.State.RUNNING ? Sign.RUNNING : Sign.STARTING;
    }

    private void add(javafx.scene.Node shape, String word) {
        HBox line = Bits.row(5, shape, Bits.whole(word));
        line.getStyleClass().add("legend");
        getChildren().add(line);
    }

    private BarView swatch(Sign sign) {
        BarView bar = new BarView(tokens, bar(sign), 10);
        bar.setMinWidth(WIDTH);
        bar.setPrefWidth(WIDTH);
        bar.setMaxWidth(WIDTH);
        return bar;
    }

    private static Bar bar(Sign sign) {
        return switch (sign) {
            case RUNNING -> tints();
            case STARTING -> Bar.of(Token.BAR_A, Pattern.STRIPES);
            case UNSIZED -> Bar.of(Token.BAR_SYSTEM, Pattern.STRIPES);
            case FAILED -> Bar.of(Token.BAR_FAILED, Pattern.CROSS);
            case KEPT -> Bar.of(Token.BAR_SYSTEM, Pattern.DOTS);
            case USED -> new Bar(List.of(), 0.7f, Float.NaN);
            case MOST -> new Bar(List.of(), Float.NaN, 1);
            case DISK -> Bar.filled(1, Token.BAR_SYSTEM);
        };
    }

    /** Services side by side are told apart by three tints that mean nothing else. */
    private static Bar tints() {
        Token[] colours = {Token.BAR_A, Token.BAR_B, Token.BAR_C};
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < colours.length; i++) {
            float third = 1f / colours.length;
            cells.add(new Cell(i * third, (i + 1) * third, colours[i], Pattern.SOLID, "", ""));
        }
        return new Bar(cells, Float.NaN, Float.NaN);
    }
}
