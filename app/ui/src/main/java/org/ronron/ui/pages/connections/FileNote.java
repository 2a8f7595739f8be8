package org.ronron.ui.pages.connections;

import java.util.Optional;
import javafx.scene.layout.StackPane;
import org.ronron.core.port.OwnFiles;
import org.ronron.ui.pages.shared.Marked;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.Ui;

/** What is to be said of a file that a field names; it is looked at, never copied. */
final class FileNote extends StackPane {
    private final Ui ui;
    private String asked = "";

    FileNote(Ui ui) {
        this.ui = ui;
        Bits.shown(this, false);
    }

    void look(String path) {
        asked = path;
        if (path.isEmpty()) {
            Bits.shown(this, false);
            return;
        }
        Asking.ask(
                ui,
                ui.desk().configuring().lookAt(path),
                seen -> {
                    if (path.equals(asked)) {
                        show(path, seen);
                    }
                },
                fault -> Bits.shown(this, false));
    }

    private void show(String path, OwnFiles.Look seen) {
        Optional<String> key = key(seen);
        getChildren().clear();
        key.ifPresent(
                k ->
                        getChildren()
                                .add(
                                        Marked.text(
                                                ui.texts(),
                                                Mark.ATTENTION,
                                                ui.texts().get(k, "path", path),
                                                "note")));
        Bits.shown(this, key.isPresent());
    }

    private static Optional<String> key(OwnFiles.Look seen) {
        return switch (seen.kind()) {
            case MISSING -> Optional.of("file.missing");
            case UNREADABLE -> Optional.of("file.unreadable");
            case PUBLIC_KEY -> Optional.of("file.public");
            case PRIVATE_KEY -> seen.open() ? Optional.of("file.open") : Optional.empty();
            case CERTIFICATE, OTHER -> Optional.empty();
        };
    }
}
