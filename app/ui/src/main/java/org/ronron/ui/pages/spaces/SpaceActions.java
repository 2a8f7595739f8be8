package org.ronron.ui.pages.spaces;

import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Space;
import org.ronron.core.plan.AlterSpace;
import org.ronron.core.plan.Blueprint;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/** What can be done to a space; each is a plan that is read first. */
final class SpaceActions extends VBox {
    private final Ui ui;
    private final Texts texts;
    private final Space space;

    /**
     * @param off whether it is suspended now
     * @param busy whether an operation on it is not over
     */
    SpaceActions(Ui ui, Space space, boolean off, Collective collective, boolean busy) {
        super(8);
        this.ui = ui;
        this.texts = ui.texts();
        this.space = space;
        getStyleClass().add("space-actions");
        Fit fit = Fit.of(space, ui.desk().spaces().blueprints());
        if (fit.blueprint().isPresent()) {
            getChildren().add(buttons(fit.blueprint().get(), off, collective, busy));
            if (busy) {
                getChildren().add(Bits.text(texts.get("spaces.busy"), "note"));
            }
        } else {
            getChildren().add(Bits.text(why(fit), "note"));
        }
    }

    private String why(Fit fit) {
        if (fit.fitting() > 1) {
            return texts.get("spaces.cannot.several");
        }
        return space.blueprint().isEmpty()
                ? texts.get("spaces.cannot.none")
                : texts.get("spaces.cannot.gone", "blueprint", space.blueprint());
    }

    private VBox buttons(Blueprint with, boolean off, Collective collective, boolean busy) {
        HBox mild = Bits.row(8);
        HBox grave = Bits.row(8);
        String turn = off ? "resume" : "suspend";
        add(grave, with, turn, () -> plan(with, turn));
        option(with, SpaceFacts.QUOTA)
                .ifPresent(
                        option ->
                                add(
                                        mild,
                                        with,
                                        "quota",
                                        () ->
                                                overlay(
                                                        new QuotaCard(
                                                                ui,
                                                                space,
                                                                option,
                                                                v -> plan(with, "quota", v)))));
        option(with, SpaceFacts.OFFICE)
                .ifPresent(
                        option ->
                                add(
                                        mild,
                                        with,
                                        "office",
                                        () ->
                                                overlay(
                                                        new OfficeCard(
                                                                ui,
                                                                space,
                                                                option,
                                                                v -> plan(with, "office", v)))));
        add(
                grave,
                with,
                "remove",
                () ->
                        overlay(
                                new RemoveCard(
                                        ui, space, with, collective, () -> plan(with, "remove"))));
        VBox both = Bits.column(8, mild, grave);
        both.setDisable(busy);
        return both;
    }

    private void add(HBox to, Blueprint with, String section, Runnable act) {
        if (!with.section(section).isEmpty()) {
            String look = section.equals("remove") ? "danger" : "quiet-button";
            Button button = Bits.button(texts.get("spaces.do." + section), act, "small", look);
            button.setId("space-" + section);
            to.getChildren().add(button);
        }
    }

    private void overlay(VBox card) {
        ui.navigator().overlay(card);
    }

    private void plan(Blueprint with, String section) {
        plan(with, section, Map.of());
    }

    private void plan(Blueprint with, String section, Map<String, String> options) {
        ui.navigator().closeOverlay();
        ui.navigator().say(texts.get("spaces.planning"));
        AlterSpace change = new AlterSpace(space.name(), with.id(), section, options);
        Asking.ask(
                ui, ui.desk().spaces().plan(change), ui.navigator()::review, ui.navigator()::show);
    }

    private static Optional<Blueprint.Option> option(Blueprint of, String key) {
        return of.options().stream().filter(o -> o.key().equals(key)).findFirst();
    }
}
