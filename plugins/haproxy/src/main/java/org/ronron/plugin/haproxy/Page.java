package org.ronron.plugin.haproxy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ronron.api.ConnectorException;
import org.ronron.api.LinkFact;
import org.ronron.api.LinkFact.Health;

/**
 * What came by the way that people take. Of Nextcloud's {@code status.php} its two words are read
 * too: {@code {"installed":true,"maintenance":false,…}}.
 *
 * @param found in one line, for evidence
 */
record Page(Health health, String found) {
    /** Nextcloud's page for whoever watches it. */
    static final String STATUS = "/status.php";

    private static final Pattern HEAD = Pattern.compile("HTTP/1\\.[01] ([0-9]{3}).*");

    static Page ask(Machine machine, String address, String path) throws ConnectorException {
        Sections said =
                machine.run(Machine.CHECK, List.of(machine.places().get("front"), address, path));
        return of(String.join("\n", said.of("answer")), path);
    }

    static Page of(String answer, String path) {
        Matcher head = HEAD.matcher(answer.lines().findFirst().orElse("").strip());
        if (!head.matches()) {
            return new Page(Health.WRONG, answer.isBlank() ? "no answer" : "not HTTP");
        }
        String status = head.group(1);
        if (!status.equals("200")) {
            return new Page(Health.WRONG, "HTTP " + status);
        }
        if (!path.equals(STATUS)) {
            return new Page(Health.FINE, "HTTP 200");
        }
        if (!says(answer, "installed", true)) {
            return new Page(Health.WRONG, "HTTP 200, not installed");
        }
        return says(answer, "maintenance", false)
                ? new Page(Health.FINE, "HTTP 200, installed")
                : new Page(Health.OFF, "HTTP 200, maintenance");
    }

    private static boolean says(String answer, String word, boolean value) {
        return Pattern.compile("\"" + word + "\"\\s*:\\s*" + value + "\\b").matcher(answer).find();
    }

    LinkFact link(String space, String address) {
        return LinkFact.of(LinkFact.Kind.CHECK, space, address, health, "found", found);
    }
}
