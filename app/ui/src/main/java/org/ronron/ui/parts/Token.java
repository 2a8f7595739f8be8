package org.ronron.ui.parts;

import java.util.Locale;

/** The names of the colours; what each is for stands in the drawings' table. */
public enum Token {
    BG,
    SURFACE,
    SURFACE2,
    LINE,
    LINE2,
    TEXT,
    TEXT2,
    TEXT3,
    ACCENT,
    ON_ACCENT,
    ACCENT_SOFT,
    OK,
    OK_SOFT,
    WARN,
    WARN_SOFT,
    BAD,
    BAD_SOFT,
    UNKNOWN,
    UNKNOWN_SOFT,
    SELECTED,
    BAR_A,
    BAR_B,
    BAR_C,
    BAR_SYSTEM,
    BAR_FAILED,
    BAR_FREE;

    String lower() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
