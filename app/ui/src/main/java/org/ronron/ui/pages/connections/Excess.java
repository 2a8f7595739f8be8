package org.ronron.ui.pages.connections;

import javafx.scene.layout.VBox;
import org.ronron.api.Connector;
import org.ronron.api.Login;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.Marked;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.Ui;

/** Says that a login may do far more than is needed, and what to do instead. */
final class Excess extends VBox {
    private Excess(Texts texts, Login login) {
        super(6);
        getStyleClass().add("excess");
        getChildren()
                .addAll(
                        Marked.text(texts, Mark.ATTENTION, texts.get("excess.title"), "strong"),
                        Bits.text(
                                login.name().isEmpty()
                                        ? texts.get("excess.text")
                                        : texts.get("excess.named", "name", login.name())),
                        Bits.text(texts.get("excess.remedy"), "secondary"));
    }

    /** For the result of a trial, beside which the least stands. */
    static VBox warning(Texts texts, Login login) {
        return new Excess(texts, login);
    }

    /** For the list: the warning with the least below it. */
    static VBox dialog(Ui ui, Connector connector, Login login) {
        VBox dialog =
                Bits.column(
                        12,
                        new Excess(ui.texts(), login),
                        GrantsCard.all(ui, connector),
                        Bits.row(
                                8,
                                Bits.spring(),
                                Bits.button(
                                        ui.texts().get("fault.close"),
                                        ui.navigator()::closeOverlay)));
        dialog.getStyleClass().addAll("card", "dialog", "wide-dialog");
        return dialog;
    }
}
