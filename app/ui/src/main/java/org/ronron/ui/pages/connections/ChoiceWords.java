package org.ronron.ui.pages.connections;

import java.util.Objects;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.ronron.resources.Texts;

/** A choice as the connector's texts {@code choice.<value>} have it, or as it is. */
final class ChoiceWords extends StringConverter<String> {
    private final Texts texts;
    private final String type;

    ChoiceWords(Texts texts, String type) {
        this.texts = texts;
        this.type = type;
    }

    @Override
    public String toString(@Nullable String value) {
        String choice = Objects.requireNonNullElse(value, "");
        return texts.find(type, "choice." + choice).orElse(choice);
    }

    @Override
    public String fromString(String shown) {
        return shown; // nobody types into it
    }
}
