package org.ronron.ui.topology;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** What the lists of the picture before hold: most of them are the very same in the next. */
    private Map<List<Workload>, Held> known = new IdentityHashMap<>();

    /**
     * What a list of workloads puts into the picture.
     *
     * @param onDisk whether all of them say what they reserve of the disk, and one reserves some
     */
    private record Held(Set<Sign> signs, boolean onDisk) {}

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
        Map<List<Workload>, Held> lists = new IdentityHashMap<>();
        for (Node node : nodes) {
            shapes.add(Mark.of(node.state()));
            Held held = known.get(node.workloads());
            held = held == null ? held(node.workloads()) : held;
            lists.put(node.workloads(), held);
            of(node, held, bars);
        }
        known = lists;
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
        of(node, held(node.workloads()), into);
    }

    private static Held held(List<Workload> workloads) {
        Set<Sign> found = EnumSet.noneOf(Sign.class);
        boolean all = true;
        long disk = 0;
        for (Workload workload : workloads) {
            found.add(of(workload));
            if (workload.memoryMost().orElse(0) > workload.memory().orElse(0)) {
                found.add(Sign.MOST);
            }
            all &= !workload.counts() || workload.disk().isPresent();
            disk += workload.counts() ? workload.disk().orElse(0) : 0;
        }
        return new Held(found, all && disk > 0);
    }

    private static void of(Node node, Held held, Set<Sign> into) {
        into.addAll(held.signs());
        for (Resource resource : Resource.values()) {
            boolean scheduled =
                    resource != Resource.DISK || (held.onDisk() && resource.kept(node).isPresent());
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
