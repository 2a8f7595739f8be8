package org.ronron.ui.pages;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.ronron.core.desk.DeskState;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Page;
import org.ronron.ui.parts.Ui;

/** One page in a window of its own, over a fake desk. */
final class Rig<P extends Page> {
    final FakeDesk desk;
    final FakeNavigator navigator = new FakeNavigator();
    final Texts texts;
    final Ui ui;
    final P page;
    final Region view;

    private Rig(Locale language, DeskState state, Function<Ui, P> make) {
        desk = new FakeDesk(state);
        texts = Texts.of(language, desk.connectors());
        ui =
                new Ui(
                        desk,
                        texts,
                        navigator,
                        Platform::runLater,
                        InstantSource.fixed(Examples.NOW),
                        ZoneId.of("Europe/Paris"));
        page = FxWindow.on(() -> make.apply(ui));
        view = page.view();
        FxWindow.show(view);
        FxWindow.run(() -> page.show(state));
    }

    static <P extends Page> Rig<P> of(Locale language, DeskState state, Function<Ui, P> make) {
        return new Rig<>(language, state, make);
    }

    static <P extends Page> Rig<P> french(DeskState state, Function<Ui, P> make) {
        return of(Locale.FRENCH, state, make);
    }

    void state(DeskState next) {
        desk.state = next;
        FxWindow.run(() -> page.show(next));
    }

    /** Presses the button with the text of this key. */
    void press(String key, String... values) {
        FxWindow.press(view, texts.get(key, values));
    }

    void type(String id, String text) {
        FxWindow.type(view, id, text);
    }

    /** Puts the focus on the field, as the Tab key would. */
    void focus(String id) {
        FxWindow.run(
                () -> {
                    Node field = Objects.requireNonNull(view.lookup("#" + id), id);
                    Node input = field.lookup(".text-field");
                    (input == null ? field : input).requestFocus();
                });
        FxWindow.settle();
    }

    String read() {
        return FxWindow.read(view);
    }
}
