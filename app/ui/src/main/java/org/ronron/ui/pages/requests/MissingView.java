package org.ronron.ui.pages.requests;

import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.ronron.core.model.Collective;
import org.ronron.core.plan.Blueprint;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.connections.ConnectionsPage;
import org.ronron.ui.pages.shared.Marked;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.Ui;

/**
 * Why nothing can be made yet: which connections each blueprint still needs, and how to add them.
 */
final class MissingView extends VBox {
    MissingView(Ui ui, Collective now, List<Blueprint> all, UnaryOperator<String> name) {
        super(8);
        Texts texts = ui.texts();
        setId("decide-missing");
        getChildren()
                .add(Marked.text(texts, Mark.ATTENTION, texts.get("requests.missing"), "strong"));
        for (Blueprint blueprint : all) {
            List<String> types =
                    Making.missing(now, blueprint).stream()
                            .map(t -> ForecastView.system(texts, t))
                            .toList();
            getChildren()
                    .add(
                            Bits.text(
                                    texts.get(
                                            "requests.missing.for",
                                            "blueprint",
                                            name.apply(blueprint.id()),
                                            "types",
                                            String.join(", ", types)),
                                    "secondary"));
        }
        Button add =
                Bits.button(
                        texts.get("requests.missing.add"),
                        () -> ui.navigator().go(ConnectionsPage.ID));
        add.setId("decide-add");
        getChildren().add(add);
    }
}
