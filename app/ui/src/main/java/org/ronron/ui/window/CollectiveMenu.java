package org.ronron.ui.window;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import org.ronron.core.desk.DeskState;
import org.ronron.core.port.Workspace.CollectiveRow;
import org.ronron.resources.Files;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/** Which collective is looked at. */
final class CollectiveMenu extends MenuButton {
    private final Ui ui;
    private List<CollectiveRow> listed = List.of();

    CollectiveMenu(Ui ui) {
        this.ui = ui;
        getStyleClass().add("small");
        setId("collective-menu");
        setMinWidth(Region.USE_PREF_SIZE);
        setAccessibleText(ui.texts().get("top.collective"));
    }

    void show(DeskState state) {
        Bits.shown(this, state.collective().isPresent());
        state.collective().ifPresent(c -> setText(c.name()));
        if (getItems().isEmpty() || !listed.equals(state.collectives())) {
            listed = state.collectives();
            list();
        }
    }

    private void list() {
        getItems().clear();
        listed.stream()
                .filter(row -> !row.kind().equals("sample"))
                .forEach(row -> getItems().add(own(row)));
        if (!getItems().isEmpty()) {
            getItems().add(new SeparatorMenuItem());
        }
        for (String sample : Files.SAMPLES) {
            String name = sample.substring(0, 1).toUpperCase(Locale.ROOT) + sample.substring(1);
            getItems()
                    .add(
                            item(
                                    ui.texts().get("top.sample", "name", name),
                                    () -> go(ui.desk().openSample(sample))));
        }
        getItems().add(new SeparatorMenuItem());
        getItems().add(item(ui.texts().get("top.welcome"), ui.desk()::closeCollective));
    }

    private MenuItem own(CollectiveRow row) {
        return item(row.name(), () -> go(ui.desk().open(row.id())));
    }

    private void go(CompletableFuture<Void> opening) {
        Asking.run(ui, opening, () -> ui.navigator().go("topology"));
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(e -> action.run());
        return item;
    }
}
