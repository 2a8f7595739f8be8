package org.ronron.plugin.nextcloud;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ronron.api.LinkFact;
import org.ronron.api.LinkFact.Health;
import org.ronron.api.LinkFact.Kind;

/** One space, looked at closely: what occ, its database and the runner's notes say. */
final class SpaceReport {
    private static final Pattern VERSION =
            Pattern.compile("\"version\"\\s*:\\s*\"([0-9.]{1,30})\"");
    private static final Pattern OFFICE = Pattern.compile("(richdocuments|onlyoffice) (.*)");
    private static final Pattern RAN = Pattern.compile("([0-9]{1,11}) ([0-9]{1,7}) ([0-9]{1,3})");

    private SpaceReport() {}

    static List<LinkFact> links(String space, List<String> lines) {
        List<LinkFact> links = new ArrayList<>();
        if (!lines.contains("absent")) {
            links.add(app(space, value(lines, "status"), lines.contains("linked")));
            database(space, lines, links);
        }
        for (String line : lines) {
            if (line.startsWith("office ")) {
                Matcher office = OFFICE.matcher(Own.plain(line.substring(7)));
                if (office.matches()) {
                    boolean collabora = office.group(1).equals("richdocuments");
                    String suite = collabora ? "collabora" : "onlyoffice";
                    Health health = office.group(2).isEmpty() ? Health.WRONG : Health.FINE;
                    links.add(
                            LinkFact.of(Kind.OFFICE, space, suite, health, "url", office.group(2)));
                }
            }
        }
        if (lines.contains("listed")) {
            links.add(runner(space, value(lines, "ran")));
        }
        return links;
    }

    private static LinkFact app(String space, String status, boolean linked) {
        Matcher version = VERSION.matcher(status);
        boolean off = is("maintenance", status);
        boolean old = is("needsDbUpgrade", status);
        Health health = Health.FINE;
        if (status.isEmpty()) {
            health = Health.UNKNOWN;
        } else if (!linked || old) {
            health = Health.WRONG;
        } else if (!is("installed", status)) {
            health = Health.ATTENTION;
        } else if (off) {
            health = Health.OFF;
        }
        return LinkFact.of(
                Kind.APP,
                space,
                space,
                health,
                "version",
                version.find() ? version.group(1) : "?",
                "maintenance",
                Boolean.toString(off),
                "upgrade",
                Boolean.toString(old));
    }

    private static void database(String space, List<String> lines, List<LinkFact> links) {
        String key = Own.plain(value(lines, "database"));
        String reached = value(lines, "reached");
        if (key.isEmpty()) {
            return;
        }
        Health health = Health.UNKNOWN;
        if (!reached.isEmpty()) {
            health = reached.equals("yes") ? Health.FINE : Health.WRONG;
        }
        String why = reached.startsWith("no ") ? Own.plain(reached.substring(3)) : "";
        links.add(
                why.isEmpty()
                        ? LinkFact.of(Kind.DATABASE, space, key, health)
                        : LinkFact.of(Kind.DATABASE, space, key, health, "refused", why));
    }

    private static LinkFact runner(String space, String last) {
        Matcher ran = RAN.matcher(last);
        if (!ran.matches()) {
            return LinkFact.of(Kind.RUNNER, space, space, Health.UNKNOWN);
        }
        Health health = ran.group(3).equals("0") ? Health.FINE : Health.WRONG;
        String at = Instant.ofEpochSecond(Long.parseLong(ran.group(1))).toString();
        return LinkFact.of(
                Kind.RUNNER, space, space, health, "ran", at, "took", ran.group(2) + " s");
    }

    private static boolean is(String flag, String status) {
        return status.replace(" ", "").contains("\"" + flag + "\":true");
    }

    /** The rest of the line that begins with this word. */
    static String value(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
