package org.ronron.ui.pages.requests;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.ronron.api.Fault;
import org.ronron.api.Requests;
import org.ronron.core.model.RequestRef;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/**
 * Whom to write to: read from the source while the request is open, forgotten when it is left. An
 * answer that comes after that is dropped. FX thread only.
 */
final class ContactView extends HBox {
    private final Ui ui;
    private final Texts texts;
    private final Label words = Bits.text("");
    private final Button again;
    private @Nullable RequestRef open;

    ContactView(Ui ui) {
        super(8);
        this.ui = ui;
        this.texts = ui.texts();
        setId("request-contact");
        HBox.setHgrow(words, Priority.ALWAYS);
        again =
                Bits.button(
                        texts.get("requests.contact.again"),
                        () -> {
                            RequestRef ref = open;
                            if (ref != null) {
                                read(ref);
                            }
                        },
                        "small");
        Bits.shown(again, false);
        getChildren().addAll(words, again);
    }

    /** Begins to read it. */
    void read(RequestRef ref) {
        open = ref;
        say("…");
        Bits.shown(again, false);
        Asking.ask(
                ui,
                ui.desk().spaces().contact(ref),
                contact -> {
                    if (ref.equals(open)) {
                        show(contact);
                    }
                },
                fault -> {
                    if (ref.equals(open)) {
                        fault(fault);
                    }
                });
    }

    private void show(Requests.Contact contact) {
        String name = Clean.line(contact.name(), 80);
        String email = Clean.line(contact.email(), 120);
        if (name.isEmpty() && email.isEmpty()) {
            say(texts.get("requests.contact.none"));
        } else {
            say(name.isEmpty() || email.isEmpty() ? name + email : name + " · " + email);
        }
    }

    private void fault(Fault fault) {
        say(texts.what(fault) + " " + texts.remedy(fault));
        words.getStyleClass().add("state-warn");
        Bits.shown(again, true);
    }

    private void say(String text) {
        words.getStyleClass().remove("state-warn");
        words.setText(text);
    }

    /** Whether this one is read, or being read. */
    boolean isOpen(RequestRef ref) {
        return ref.equals(open);
    }

    /** Nothing of it stays. */
    void forget() {
        open = null;
        say("");
        Bits.shown(again, false);
    }
}
