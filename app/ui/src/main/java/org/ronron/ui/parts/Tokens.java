package org.ronron.ui.parts;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ronron.resources.Files;

/**
 * The colours of a theme, read from the sheet that holds them: what is painted into pixels has the
 * same colours as what the style sheets draw. Immutable.
 */
public final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("-r-([a-z0-9-]+):\\s*#([0-9a-f]{6,8});");

    private final Map<String, Integer> argb;

    private Tokens(Map<String, Integer> argb) {
        this.argb = Map.copyOf(argb);
    }

    public static Tokens of(boolean dark) {
        Map<String, Integer> found = new HashMap<>();
        Matcher matcher = TOKEN.matcher(Files.text(Theme.sheet(dark)));
        while (matcher.find()) {
            found.put(matcher.group(1), argb(matcher.group(2)));
        }
        return new Tokens(found);
    }

    private static int argb(String hex) {
        int rgb = Integer.parseInt(hex.substring(0, 6), 16);
        int alpha = hex.length() == 8 ? Integer.parseInt(hex.substring(6), 16) : 0xff;
        return alpha << 24 | rgb;
    }

    /** The colour of this token as 0xAARRGGBB. */
    public int argb(Token token) {
        Integer found = argb.get(token.lower());
        if (found == null) {
            throw new IllegalStateException("no colour " + token);
        }
        return found;
    }
}
