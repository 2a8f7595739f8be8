package org.ronron.ui.pages.spaces;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.ronron.api.Setting;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Space;
import org.ronron.core.plan.Blueprint;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.Marked;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.Ui;

/** Before a space goes: what is saved first, and where; and its name once more, by hand. */
final class RemoveCard extends VBox {
    private static final String SAVES = ".save";

    /** The settings that name a place to save to. */
    private static final List<String> PLACES = List.of("saves", "archive");

    private final Ui ui;
    private final Texts texts;
    private final Space space;
    private final Blueprint with;
    private final Collective collective;

    RemoveCard(Ui ui, Space space, Blueprint with, Collective collective, Runnable go) {
        super(12);
        this.ui = ui;
        this.texts = ui.texts();
        this.space = space;
        this.with = with;
        this.collective = collective;
        getStyleClass().addAll("card", "dialog");
        TextField name = new TextField();
        name.setId("remove-name");
        name.setAccessibleText(texts.get("spaces.remove.again"));
        Button remove = Bits.button(texts.get("spaces.remove.go"), go, "danger");
        remove.setId("remove-go");
        remove.setDisable(true);
        name.textProperty()
                .addListener(
                        (of, before, typed) ->
                                remove.setDisable(!typed.strip().equals(space.name())));
        name.setOnAction(
                e -> {
                    if (!remove.isDisabled()) {
                        go.run();
                    }
                });
        getChildren()
                .addAll(
                        Bits.text(
                                texts.get("spaces.remove.title", "name", space.name()),
                                "card-title"),
                        saved(),
                        Bits.text(texts.get("spaces.remove.then"), "secondary"),
                        Bits.text(texts.get("spaces.remove.again"), "strong"),
                        name,
                        Bits.row(
                                8,
                                Bits.spring(),
                                Bits.button(texts.get("cancel"), ui.navigator()::closeOverlay),
                                remove));
    }

    private VBox saved() {
        List<Blueprint.Entry> saves =
                with.section("remove").stream().filter(e -> e.verb().endsWith(SAVES)).toList();
        if (saves.isEmpty()) {
            return Bits.column(
                    4, Marked.text(texts, Mark.ATTENTION, texts.get("spaces.remove.unsaved")));
        }
        VBox lines = Bits.column(4, Bits.text(texts.get("spaces.remove.first")));
        for (Blueprint.Entry save : saves) {
            lines.getChildren().add(Marked.text(texts, Mark.STAGED, line(save)));
        }
        return lines;
    }

    private String line(Blueprint.Entry save) {
        Optional<EndpointView> on = endpoint(save.role());
        String what = "spaces.remove.saves." + save.verb();
        String name = on.map(EndpointView::name).orElse("—");
        String place = on.map(this::place).orElse("");
        String said = texts.has(what) ? texts.get(what) : save.verb();
        return place.isEmpty()
                ? texts.get("spaces.remove.to", "what", said, "on", name)
                : texts.get("spaces.remove.into", "what", said, "on", name, "place", place);
    }

    /** As the plan will choose it: by its word, else the one that tells of the space. */
    private Optional<EndpointView> endpoint(String role) {
        String type = with.role(role).map(Blueprint.Role::type).orElse("");
        String told =
                space.links().stream()
                        .filter(l -> l.type().equals(type))
                        .map(Space.Link::endpointId)
                        .findFirst()
                        .orElse("");
        String wished = space.options().getOrDefault("on." + role, told);
        return wished.isEmpty()
                ? collective.endpoints().stream()
                        .filter(e -> e.type().equals(type))
                        .min(Comparator.comparing(EndpointView::name))
                : collective.endpoint(wished);
    }

    private String place(EndpointView on) {
        Stream<Setting> settings =
                ui.desk().connectors().stream()
                        .filter(c -> c.descriptor().id().equals(on.type()))
                        .flatMap(c -> c.descriptor().settings().stream());
        return settings.filter(s -> PLACES.contains(s.key()))
                .map(s -> on.settings().getOrDefault(s.key(), s.preset().orElse("")))
                .findFirst()
                .orElse("");
    }
}
