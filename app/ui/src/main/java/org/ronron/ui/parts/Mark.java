package org.ronron.ui.parts;

import java.util.Locale;
import org.ronron.core.model.Node;
import org.ronron.resources.Texts;

/** A state as it is shown everywhere: a shape, a colour and a word. */
public enum Mark {
    /** A disc. */
    FINE,
    /** A triangle. */
    ATTENTION,
    /** A square. */
    WRONG,
    /** A full lozenge: stale, not known. */
    UNKNOWN,
    /** A hollow lozenge. */
    STAGED,
    /** A ring. */
    TODO,
    /** A tick. */
    DONE,
    /** A ring with an arrow's head: data still moves. */
    BUSY,
    /** A half disc: writing is permitted for a time. */
    WRITING,
    /** A ring with a bar: switched off on purpose. */
    OFF;

    /** The mark of a node's state. */
    public static Mark of(Node.State state) {
        return switch (state) {
            case FINE -> FINE;
            case ATTENTION -> ATTENTION;
            case WRONG -> WRONG;
            case STALE -> UNKNOWN;
            case BUSY -> BUSY;
        };
    }

    /** The word that goes with it. */
    public String word(Texts texts) {
        return texts.get("mark." + lower());
    }

    /** The last part of its style class, {@code mark-<lower>}. */
    String lower() {
        return name().toLowerCase(Locale.ROOT);
    }
}
