package org.ronron.ui.window;

import java.util.List;
import javafx.scene.layout.VBox;
import org.ronron.core.desk.Vault;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/** Secrets that Ronron made and never sent, each to be removed. */
final class UnusedCard extends VBox {
    private final Ui ui;
    private final Texts texts;
    private final VBox list = Bits.column(8);

    private UnusedCard(Ui ui, List<Vault.Unused> unused) {
        super(12);
        this.ui = ui;
        this.texts = ui.texts();
        getStyleClass().addAll("card", "dialog");
        fill(unused);
        getChildren()
                .addAll(
                        Bits.line(texts.get("unused.title"), "card-title"),
                        Bits.text(texts.get("unused.text"), "secondary"),
                        list,
                        Bits.row(
                                8,
                                Bits.spring(),
                                Bits.button(
                                        texts.get("fault.close"), ui.navigator()::closeOverlay)));
    }

    /** Looks into the vault, then shows what it found. */
    static void open(Ui ui) {
        Asking.ask(
                ui,
                ui.desk().vault().unused(),
                unused -> ui.navigator().overlay(new UnusedCard(ui, unused)),
                ui.navigator()::show);
    }

    private void fill(List<Vault.Unused> unused) {
        list.getChildren().clear();
        if (unused.isEmpty()) {
            list.getChildren().add(Bits.text(texts.get("unused.none")));
        }
        for (Vault.Unused secret : unused) {
            String of = secret.operation().orElseGet(() -> texts.get("unused.unknown"));
            list.getChildren()
                    .add(
                            Bits.row(
                                    8,
                                    Bits.column(
                                            0,
                                            Bits.line(secret.label(), "mono"),
                                            Bits.line(of, "note")),
                                    Bits.spring(),
                                    Bits.button(
                                            texts.get("unused.remove"),
                                            () -> remove(secret),
                                            "small")));
        }
    }

    private void remove(Vault.Unused secret) {
        Asking.ask(
                ui,
                ui.desk()
                        .vault()
                        .discard(secret.name())
                        .thenCompose(done -> ui.desk().vault().unused()),
                this::fill,
                ui.navigator()::show);
    }
}
