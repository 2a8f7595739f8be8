package org.ronron.ui.pages.requests;

import org.ronron.core.plan.Blueprint;
import org.ronron.resources.Texts;

/** The options of a blueprint, and what is chosen, in words. */
final class OptionWords {
    private OptionWords() {}

    static String label(Texts texts, String key) {
        String text = "option." + key + ".label";
        return texts.has(text) ? texts.get(text) : key;
    }

    /** A size in the reader's language, or the choice's text; as it is where there is none. */
    static String value(Texts texts, Blueprint.Option option, String value) {
        return option.kind() == Blueprint.Option.Kind.BYTES
                ? texts.figures().bytes(bytes(value))
                : choice(texts, option.key(), value);
    }

    static String choice(Texts texts, String key, String value) {
        String plain = Clean.line(value, 40);
        String text = "option." + key + "." + plain;
        return texts.has(text) ? texts.get(text) : plain;
    }

    /** 0 for what is no figure. */
    static long bytes(String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException notOne) {
            return 0;
        }
    }
}
