package org.ronron.ui.pages.spaces;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ronron.api.Fault;
import org.ronron.api.LinkFact;
import org.ronron.api.Spaces;
import org.ronron.core.desk.DeskState;
import org.ronron.core.engine.OperationView;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Space;
import org.ronron.core.plan.AlterSpace;
import org.ronron.core.plan.MakeSpace;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.operations.UnderWay;
import org.ronron.ui.pages.shared.Marked;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Icons;
import org.ronron.ui.parts.KeyValues;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.StateMark;
import org.ronron.ui.parts.Ui;

/** One space: what to say on the telephone, then each of its parts, then what can be done. */
final class SpaceDetail extends VBox {
    private static final double KEYS = 92;

    /** What the buttons are made from. */
    private record Offer(Space space, boolean off, boolean atWork, List<String> connections) {}

    private final Ui ui;
    private final Texts texts;
    private final SpaceFacts facts;
    private final Runnable close;
    private final Runnable again;
    private final VBox parts = Bits.column(0);
    private final VBox top = Bits.column(8);
    private final VBox bottom = Bits.column(0);
    private @Nullable Offer offered;

    /**
     * @param again looks once more
     */
    SpaceDetail(Ui ui, Runnable close, Runnable again) {
        super(10);
        this.ui = ui;
        this.texts = ui.texts();
        this.facts = new SpaceFacts(ui);
        this.close = close;
        this.again = again;
        setId("space-detail");
        getStyleClass().addAll("card", "space-detail");
        top.getStyleClass().add("space-top");
        ScrollPane scroll = Bits.scroll(parts);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(top, scroll, bottom);
    }

    void show(Space space, DeskState state, SpaceIndex index, Looking looking) {
        Optional<String> focused = focused();
        Collective collective = state.collective().orElseThrow();
        List<Seen> seen = Seen.of(space, looking.looked(), collective, asked());
        List<LinkFact.Kind> missing = Missing.of(seen, index.kinds());
        Optional<OperationView> operation = operation(state, space.name());
        Headline says = Headline.of(texts, seen, looking.looked(), missing);
        top.getChildren().setAll(head(space), headline(says, looking));
        operation.ifPresent(
                o ->
                        top.getChildren()
                                .add(
                                        new UnderWay(
                                                ui,
                                                o,
                                                collective,
                                                "spaces.operation",
                                                "space-operation")));
        top.getChildren().add(facts(space));
        parts.getChildren().clear();
        looking.looked().ifPresent(l -> l.faults().forEach(f -> parts.getChildren().add(fault(f))));
        seen.forEach(s -> parts.getChildren().add(new LinkCard(ui, s)));
        missing.forEach(k -> parts.getChildren().add(missing(k)));
        actions(space, says.mark() == Mark.OFF, collective, operation.isPresent());
        focused.ifPresent(this::focus);
    }

    /**
     * A button that is pressed is not drawn anew under one's finger: only when it offers another.
     */
    private void actions(Space space, boolean off, Collective collective, boolean atWork) {
        List<String> connections =
                collective.endpoints().stream()
                        .map(e -> e.id() + " " + e.name() + " " + e.settings())
                        .toList();
        Offer now = new Offer(space, off, atWork, connections);
        if (now.equals(offered)) {
            return;
        }
        offered = now;
        bottom.getChildren().clear();
        if (!collective.kind().equals("sample")) {
            bottom.getChildren().add(new SpaceActions(ui, space, off, collective, atWork));
        }
    }

    /** What is said of a space of this name that nobody tells of, or not yet. */
    void showUnknown(String name, DeskState state) {
        top.getChildren()
                .setAll(
                        head(new Space(name, "", "", "", Map.of(), Optional.empty(), List.of())),
                        Bits.text(texts.get("spaces.unknown", "name", name), "secondary"));
        operation(state, name)
                .ifPresent(
                        o -> top.getChildren().add(underWay(o, state.collective().orElseThrow())));
        parts.getChildren().clear();
        offered = null;
        bottom.getChildren().clear();
    }

    private Set<String> asked() {
        return ui.desk().connectors().stream()
                .map(c -> c.descriptor())
                .filter(d -> d.capabilities().contains(Spaces.class))
                .map(d -> d.id())
                .collect(Collectors.toSet());
    }

    /** The newest one on it that is not over. */
    private static Optional<OperationView> operation(DeskState state, String name) {
        return state.operations().stream()
                .filter(
                        o ->
                                switch (o.state()) {
                                    case RUNNING, WAITING, STOPPED -> true;
                                    case CANCELLED, DONE -> false;
                                })
                .filter(
                        o ->
                                o.plan()
                                        .space()
                                        .filter(
                                                c ->
                                                        c instanceof MakeSpace
                                                                || c instanceof AlterSpace)
                                        .filter(c -> c.subject().equals(name))
                                        .isPresent())
                .max(Comparator.comparing(OperationView::begun));
    }

    private HBox head(Space space) {
        Button shut = new Button("", Icons.of("fth-x"));
        shut.setId("space-close");
        shut.setAccessibleText(texts.get("spaces.close"));
        shut.getStyleClass().addAll("flat", "icon-button");
        shut.setOnAction(e -> close.run());
        Label organisation = Bits.text(space.organisation(), "card-title");
        VBox names = Bits.column(2, organisation, Bits.line(space.name(), "mono", "space-name"));
        Bits.shown(organisation, !space.organisation().isEmpty());
        HBox.setHgrow(names, Priority.ALWAYS);
        HBox head = new HBox(8, names, shut);
        return head;
    }

    private HBox headline(Headline says, Looking looking) {
        Label words = Bits.text(says.words(), "strong");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        Button once = new Button("", Icons.of("fth-refresh-cw"));
        once.setId("space-again");
        once.setAccessibleText(texts.get("spaces.again"));
        once.setTooltip(new Tooltip(texts.get("spaces.again")));
        once.getStyleClass().addAll("flat", "icon-button");
        once.setOnAction(e -> again.run());
        once.setDisable(looking.under());
        HBox line =
                Bits.row(
                        6,
                        new StateMark(says.mark(), texts),
                        words,
                        Bits.whole(looked(looking), "note"),
                        once);
        line.setId("space-says");
        line.getStyleClass().addAll("says", "says-" + says.mark().name().toLowerCase(Locale.ROOT));
        return line;
    }

    private String looked(Looking looking) {
        return looking.under()
                ? texts.get("spaces.looking")
                : looking.looked()
                        .map(l -> texts.figures().age(l.at(), ui.clock().instant()))
                        .orElse("");
    }

    private UnderWay underWay(OperationView operation, Collective collective) {
        return new UnderWay(ui, operation, collective, "spaces.operation", "space-operation");
    }

    private KeyValues facts(Space space) {
        KeyValues rows = new KeyValues(KEYS);
        row(rows, "spaces.address", space.address(), "mono");
        row(rows, "spaces.blueprint", facts.blueprint(space));
        row(rows, "spaces.size", facts.size(space));
        row(rows, "spaces.made", facts.made(space));
        return rows;
    }

    private void row(KeyValues rows, String key, String value, String... classes) {
        if (!value.isEmpty()) {
            rows.add(texts.get(key), value, classes);
        }
    }

    private VBox fault(Fault fault) {
        VBox words =
                Bits.column(
                        2,
                        Marked.text(texts, Mark.UNKNOWN, texts.what(fault), "small-words"),
                        Bits.text(texts.remedy(fault), "note"));
        words.getStyleClass().addAll("link", "link-fault");
        return words;
    }

    private HBox missing(LinkFact.Kind kind) {
        String lower = kind.name().toLowerCase(Locale.ROOT);
        HBox line =
                Marked.text(texts, Mark.TODO, texts.get("spaces.missing." + lower), "small-words");
        line.setId("missing-" + lower);
        line.getStyleClass().add("link");
        return line;
    }

    private Optional<String> focused() {
        @Nullable Node owner = getScene() == null ? null : getScene().getFocusOwner();
        if (owner == null || owner.getId() == null) {
            return Optional.empty();
        }
        Node at = owner;
        while (at != null && !at.equals(this)) {
            at = at.getParent();
        }
        return at == null ? Optional.empty() : Optional.of(owner.getId());
    }

    /** What had the focus has it again after it was drawn anew. */
    private void focus(String id) {
        Node again = lookup("#" + id);
        if (again != null) {
            again.requestFocus();
        }
    }
}
