package org.ronron.ui.pages.connections;

import java.util.List;
import javafx.scene.layout.VBox;
import org.ronron.api.Connector;
import org.ronron.api.Grant;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.Copying;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/** The least that a connection needs, for reading and for writing, ready to copy. */
final class GrantsCard extends VBox {
    private GrantsCard(Ui ui, Connector connector, List<Grant.Purpose> purposes) {
        super(10);
        Texts texts = ui.texts();
        getStyleClass().addAll("card", "grants");
        getChildren().add(Bits.line(texts.get("grants.title"), "section-title"));
        if (purposes.size() > 1) {
            getChildren().add(Bits.text(texts.get("grants.text"), "secondary"));
        }
        String type = connector.descriptor().id();
        List<Grant> shown =
                purposes.stream()
                        .flatMap(
                                purpose ->
                                        connector.grants().stream()
                                                .filter(g -> g.purpose() == purpose))
                        .toList();
        shown.forEach(grant -> getChildren().add(grant(ui, type, grant)));
        Bits.shown(this, !shown.isEmpty());
    }

    /** For reading, then for writing. */
    static GrantsCard all(Ui ui, Connector connector) {
        return new GrantsCard(ui, connector, List.of(Grant.Purpose.values()));
    }

    static GrantsCard forWriting(Ui ui, Connector connector) {
        return new GrantsCard(ui, connector, List.of(Grant.Purpose.WRITE));
    }

    private static VBox grant(Ui ui, String type, Grant grant) {
        Texts texts = ui.texts();
        boolean reads = grant.purpose() == Grant.Purpose.READ;
        VBox code = new VBox(Bits.text(grant.recipe(), "mono"));
        code.getStyleClass().add("code");
        String what = texts.find(type, "grant." + grant.text()).orElse("");
        return Bits.column(
                4,
                Bits.row(
                        8,
                        Bits.whole(texts.get(reads ? "grants.read" : "grants.write"), "strong"),
                        Bits.spring(),
                        Copying.button(ui, "copy", grant.recipe())),
                Bits.text(what, "note"),
                code);
    }
}
