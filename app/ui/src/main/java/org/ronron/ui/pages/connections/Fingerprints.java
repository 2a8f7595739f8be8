package org.ronron.ui.pages.connections;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ronron.core.desk.DeskState.TrustQuestion;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.FingerprintText;
import org.ronron.ui.parts.Ui;

/**
 * Keys of several machines, to be compared one by one. Each is accepted by itself, or marked as
 * compared; only those marked are then accepted together.
 */
final class Fingerprints extends VBox {
    private final Texts texts;
    private final Consumer<List<TrustQuestion>> accept;
    private final Set<TrustQuestion> compared = new LinkedHashSet<>();
    private List<TrustQuestion> shown = List.of();
    private final Button together;

    /**
     * @param accept those that a person compared
     */
    Fingerprints(Ui ui, Consumer<List<TrustQuestion>> accept) {
        super(10);
        this.texts = ui.texts();
        this.accept = accept;
        this.together = Bits.button("", () -> accept(List.copyOf(compared)));
        together.setId("accept-compared");
        getStyleClass().add("card");
        show(List.of());
    }

    /** What has to be compared now; what was marked stays marked. */
    void show(List<TrustQuestion> questions) {
        compared.retainAll(questions);
        if (!questions.equals(shown)) {
            shown = List.copyOf(questions);
            getChildren()
                    .setAll(
                            Bits.line(texts.get("hosts.keys.title"), "section-title"),
                            Bits.text(texts.get("hosts.keys.text"), "secondary"),
                            Bits.text("ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub", "mono"));
            questions.forEach(q -> getChildren().add(line(q)));
            getChildren().add(Bits.row(8, Bits.spring(), together));
        }
        Bits.shown(this, !questions.isEmpty());
        count();
    }

    private VBox line(TrustQuestion question) {
        CheckBox mark = new CheckBox(texts.get("hosts.keys.compared"));
        mark.setId("compared-" + question.endpointName());
        mark.setMinWidth(USE_PREF_SIZE);
        mark.setOnAction(
                e -> {
                    if (mark.isSelected()) {
                        compared.add(question);
                    } else {
                        compared.remove(question);
                    }
                    count();
                });
        Button one =
                Bits.button(
                        texts.get("hosts.keys.accept"),
                        () -> accept(new ArrayList<>(List.of(question))),
                        "small");
        one.setId("accept-" + question.endpointName());
        HBox head =
                Bits.row(
                        8,
                        Bits.line(question.endpointName(), "strong"),
                        Bits.line(question.address() + "  " + question.algorithm(), "mono", "note"),
                        Bits.spring(),
                        mark,
                        one);
        return Bits.column(4, head, new FingerprintText(question.fingerprint()));
    }

    private void accept(List<TrustQuestion> questions) {
        questions.forEach(compared::remove);
        accept.accept(questions);
    }

    private void count() {
        together.setText(
                compared.isEmpty()
                        ? texts.get("hosts.keys.none")
                        : texts.count("hosts.keys.together", compared.size()));
        together.setDisable(compared.isEmpty());
    }
}
