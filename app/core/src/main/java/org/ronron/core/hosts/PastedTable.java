package org.ronron.core.hosts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ronron.core.hosts.HostList.Kind;

/**
 * A table of address, zone and role as it comes out of a wiki, a sheet or an inventory: columns by
 * tabs, semicolons, commas or spaces; with a row of titles, in any order then, or without; lines
 * that begin with {@code #} are left out. A line that gives no machine is told with its number.
 */
public final class PastedTable {
    private static final int LONGEST = 120;
    private static final Map<String, Set<String>> TITLES =
            Map.of(
                    "address",
                    Set.of(
                            "address",
                            "adresse",
                            "host",
                            "hôte",
                            "hote",
                            "hostname",
                            "machine",
                            "serveur",
                            "server",
                            "node",
                            "nœud",
                            "noeud",
                            "ip",
                            "nom",
                            "name"),
                    "zone",
                    Set.of("zone", "site", "lieu", "place", "datacenter", "dc", "region", "région"),
                    "role",
                    Set.of("role", "rôle", "usage", "service", "services", "use", "notes", "note"));

    private PastedTable() {}

    /** Never fails: what cannot be read is a remark. */
    public static HostList read(String text) {
        Gathering all = new Gathering();
        List<String> order = List.of("address", "zone", "role");
        boolean first = true;
        int number = 0;
        for (String line : text.split("\r\n|\r|\n", -1)) {
            number++;
            String stripped = line.replace("\ufeff", "").strip();
            if (stripped.isEmpty() || stripped.startsWith("#")) {
                continue;
            }
            List<String> cells = cells(stripped);
            Optional<List<String>> titles = first ? titles(cells) : Optional.empty();
            first = false;
            if (titles.isPresent()) {
                order = titles.get();
            } else {
                row(all, "" + number, named(order, cells));
            }
        }
        return all.list();
    }

    /** The sign that stands in the line first wins; what a cell was quoted with goes. */
    private static List<String> cells(String line) {
        String sign = line.contains("\t") ? "\t" : line.contains(";") ? ";" : ",";
        String[] parts = line.contains(sign) ? line.split(sign, -1) : line.split("\\s+", 3);
        List<String> cells = new ArrayList<>();
        for (String part : parts) {
            String cell = part.strip();
            boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
            cells.add(quoted ? cell.substring(1, cell.length() - 1).strip() : cell);
        }
        return cells;
    }

    /** The columns' names in their order, when the row is one of titles. */
    private static Optional<List<String>> titles(List<String> cells) {
        List<String> order = new ArrayList<>();
        for (String cell : cells) {
            String word = cell.toLowerCase(Locale.ROOT);
            order.add(
                    TITLES.entrySet().stream()
                            .filter(title -> title.getValue().contains(word))
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElse(""));
        }
        return order.contains("address") ? Optional.of(order) : Optional.empty();
    }

    private static Map<String, String> named(List<String> order, List<String> cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < Math.min(order.size(), cells.size()); i++) {
            row.putIfAbsent(order.get(i), cells.get(i));
        }
        return row;
    }

    private static void row(Gathering all, String number, Map<String, String> row) {
        String written = row.getOrDefault("address", "");
        String zone = row.getOrDefault("zone", "");
        String role = row.getOrDefault("role", "");
        Address.Read read = Address.of(written);
        if (read.address().isEmpty()) {
            all.remark(number, read.wrong().orElse(Kind.ADDRESS), written);
        } else if (zone.length() > LONGEST || role.length() > LONGEST) {
            all.remark(number, Kind.LONG, written);
        } else {
            Address at = read.address().get();
            all.add(
                    new HostLine(
                            number, at.host(), at.host(), at.port(), at.user(), "", "", zone,
                            role));
        }
    }
}
