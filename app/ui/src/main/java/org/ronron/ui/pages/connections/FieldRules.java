package org.ronron.ui.pages.connections;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ronron.api.Reach;
import org.ronron.api.Setting;

/** What can be told of a field without asking anybody; answers are text keys. */
final class FieldRules {
    private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}.:_\\[\\]%-]{1,253}");
    private static final Pattern USER = Pattern.compile("[\\p{L}\\p{N}._$@\\\\-]{1,64}");
    private static final Pattern HOP =
            Pattern.compile(
                    "([\\p{L}\\p{N}._$][\\p{L}\\p{N}._$@-]*@)?"
                            + "(\\[[0-9a-fA-F:.%]+]|[\\p{L}\\p{N}._][\\p{L}\\p{N}._-]*)"
                            + "(:(?<port>[0-9]{1,5}))?");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

    private FieldRules() {}

    /** What is wrong with the value; empty when nothing is. */
    static Optional<String> problem(Setting setting, String value) {
        String typed = value.strip();
        if (typed.isEmpty()) {
            boolean needed = setting.required() && setting.preset().isEmpty();
            return needed ? Optional.of("form.required") : Optional.empty();
        }
        return switch (setting.kind()) {
            case URL -> when(!url(typed), "form.url");
            case HOST -> when(typed.startsWith("-") || !HOST.matcher(typed).matches(), "form.host");
            case PORT -> when(!port(typed), "form.port");
            case USER -> when(typed.startsWith("-") || !USER.matcher(typed).matches(), "form.user");
            case CHOICE -> when(!setting.choices().contains(typed), "form.choice");
            case FILE, TEXT, SECRET -> text(setting, typed);
        };
    }

    private static Optional<String> text(Setting setting, String typed) {
        if (typed.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("form.control");
        }
        boolean way = setting.key().equals(Reach.VIA);
        return when(way && !Stream.of(typed.split(",", -1)).allMatch(FieldRules::hop), "form.via");
    }

    /** One machine to go through: {@code [user@]host[:port]}. */
    private static boolean hop(String typed) {
        Matcher parts = HOP.matcher(typed.strip());
        if (!parts.matches()) {
            return false;
        }
        String port = parts.group("port");
        return port == null || port(port);
    }

    private static Optional<String> when(boolean wrong, String key) {
        return wrong ? Optional.of(key) : Optional.empty();
    }

    private static boolean url(String typed) {
        try {
            URI uri = new URI(typed);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    private static boolean port(String typed) {
        if (!PORT.matcher(typed).matches()) {
            return false;
        }
        int number = Integer.parseInt(typed);
        return number >= 1 && number <= 65_535;
    }
}
