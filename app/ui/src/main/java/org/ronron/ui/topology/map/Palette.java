package org.ronron.ui.topology.map;

import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.Token;
import org.ronron.ui.parts.Tokens;

/** The theme's colours as opaque pixels, and the same greyed. Immutable. */
final class Palette {
    private static final int GREYED = 165;
    private static final int PALE = 150;

    private final int[] plain = new int[Token.values().length];
    private final int[] grey = new int[Token.values().length];
    private final int[] pale = new int[Token.values().length];
    private final int[] paleGrey = new int[Token.values().length];

    Palette(Tokens tokens) {
        for (Token token : Token.values()) {
            plain[token.ordinal()] = tokens.argb(token);
        }
        int surface = plain[Token.SURFACE.ordinal()];
        int free = plain[Token.BAR_FREE.ordinal()];
        for (int i = 0; i < plain.length; i++) {
            grey[i] = Raster.mix(plain[i], surface, GREYED);
            pale[i] = Raster.mix(plain[i], free, PALE);
            paleGrey[i] = Raster.mix(pale[i], surface, GREYED);
        }
    }

    int of(Token token) {
        return plain[token.ordinal()];
    }

    int of(Token token, boolean greyed) {
        return (greyed ? grey : plain)[token.ordinal()];
    }

    /** The ground of a pattern in this colour. */
    int ground(Token token, boolean greyed) {
        return (greyed ? paleGrey : pale)[token.ordinal()];
    }

    static Token of(Mark mark) {
        return switch (mark) {
            case FINE, DONE -> Token.OK;
            case ATTENTION, BUSY, WRITING -> Token.WARN;
            case WRONG -> Token.BAD;
            case UNKNOWN -> Token.UNKNOWN;
            case STAGED -> Token.ACCENT;
            case TODO, OFF -> Token.TEXT3;
        };
    }
}
