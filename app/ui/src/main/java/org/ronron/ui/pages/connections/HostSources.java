package org.ronron.ui.pages.connections;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ronron.core.hosts.HostList;
import org.ronron.core.hosts.PastedTable;
import org.ronron.core.port.OwnFiles;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/** Where several machines are written down: in our own SSH configuration, or on the clipboard. */
final class HostSources extends HBox {
    private static final int LONGEST = 200_000;

    private final Ui ui;
    private final Texts texts;
    private final Consumer<HostList> found;
    private final TextArea table = new TextArea();

    HostSources(Ui ui, Consumer<HostList> found) {
        super(10);
        this.ui = ui;
        this.texts = ui.texts();
        this.found = found;
        VBox config = config();
        VBox pasted = pasted();
        for (VBox card : new VBox[] {config, pasted}) {
            card.getStyleClass().add("card");
            card.setPrefWidth(400);
            card.setMaxWidth(Double.MAX_VALUE);
            setHgrow(card, Priority.ALWAYS);
        }
        setFillHeight(false);
        getChildren().addAll(config, pasted);
    }

    /** Nothing is read before the button: the file is named first. */
    private VBox config() {
        Button read = Bits.button(texts.get("hosts.ssh.go"), this::readConfig);
        read.setId("hosts-ssh");
        return Bits.column(
                8,
                Bits.line(texts.get("hosts.ssh.title"), "section-title"),
                Bits.text(OwnFiles.SSH_CONFIG, "mono"),
                Bits.text(texts.get("hosts.ssh.text"), "secondary"),
                Bits.row(8, Bits.spring(), read));
    }

    private void readConfig() {
        Asking.ask(ui, ui.desk().configuring().sshHosts(), found, ui.navigator()::show);
    }

    private VBox pasted() {
        table.setId("hosts-table");
        table.setPromptText(texts.get("hosts.table.example"));
        table.setAccessibleText(texts.get("hosts.table.title"));
        table.getStyleClass().addAll("mono", "hosts-table");
        Button read = Bits.button(texts.get("hosts.table.go"), this::readTable);
        read.setId("hosts-table-read");
        return Bits.column(
                8,
                Bits.line(texts.get("hosts.table.title"), "section-title"),
                Bits.text(texts.get("hosts.table.text"), "secondary"),
                table,
                Bits.row(8, Bits.spring(), read));
    }

    private void readTable() {
        String text = table.getText();
        found.accept(PastedTable.read(text.substring(0, Math.min(LONGEST, text.length()))));
    }
}
