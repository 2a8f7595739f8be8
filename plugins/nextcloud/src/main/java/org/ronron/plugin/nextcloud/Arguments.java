package org.ronron.plugin.nextcloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ronron.api.Action;
import org.ronron.api.ConnectorException;
import org.ronron.api.Host;
import org.ronron.api.Json;
import org.ronron.api.MadeSecret;

/** What an argument may look like; whoever made the plan is not trusted for it. */
final class Arguments {
    static final String DOMAIN = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?([.][a-z0-9-]{1,63}){1,8}";
    private static final String NAME = "[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?";
    private static final String HOST = "[A-Za-z0-9.:-]{1,253}";
    private static final String WORD = "[A-Za-z0-9][A-Za-z0-9._-]{0,126}";
    private static final String PORT = "[1-9][0-9]{0,4}";
    private static final String URL = "|https?://[A-Za-z0-9.:/_~%-]{1,250}";
    private static final String SUITE = "collabora|onlyoffice|none";
    private static final Map<String, String> LOOKS =
            Map.ofEntries(
                    Map.entry("name", NAME),
                    Map.entry("domain", DOMAIN),
                    Map.entry("mark", "[a-z0-9]{4,32}"),
                    Map.entry("databaseHost", HOST),
                    Map.entry("s3Host", HOST),
                    Map.entry("databasePort", PORT),
                    Map.entry("s3Port", PORT),
                    Map.entry("s3Tls", "true|false"),
                    Map.entry("url", URL),
                    Map.entry("suite", SUITE),
                    Map.entry("admin", "[A-Za-z0-9._@-]{1,64}"),
                    Map.entry("email", "|[^\\s\\p{Cntrl}@]{1,128}@[^\\s\\p{Cntrl}@]{1,200}"));

    private Arguments() {}

    static boolean isName(String space) {
        return space.matches(NAME);
    }

    /** An argument as text: a string, a number or a truth; empty for anything else. */
    static String text(Action action, String name) {
        return switch (action.arguments().at(name)) {
            case Json.Str s -> s.value();
            case Json.Num n -> n.value().toPlainString();
            case Json.Bool b -> Boolean.toString(b.value());
            case Json other -> "";
        };
    }

    /**
     * The arguments of these names, each as it has to look.
     *
     * @throws ConnectorException {@link NextcloudError#BAD_ARGUMENT}, before anything is sent
     */
    static List<String> of(Action action, List<String> names, Host host) throws ConnectorException {
        List<String> words = new ArrayList<>();
        for (String name : names) {
            String word = text(action, name);
            if (!word.matches(LOOKS.getOrDefault(name, WORD))) {
                throw host.fault(NextcloudError.BAD_ARGUMENT, "argument", name);
            }
            words.add(word);
        }
        return words;
    }

    static List<MadeSecret> secrets(Action action, List<String> names, Host host)
            throws ConnectorException {
        List<MadeSecret> secrets = new ArrayList<>();
        for (String name : names) {
            MadeSecret secret = MadeSecret.of(action.arguments().at(name)).orElse(null);
            if (secret == null) {
                throw host.fault(NextcloudError.BAD_ARGUMENT, "argument", name);
            }
            secrets.add(secret);
        }
        return secrets;
    }
}
