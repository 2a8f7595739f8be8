package org.ronron.launcher;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.ronron.practice.farm.FarmServers;

/** What of a space is on the servers, as they say themselves: Ronron's word is not taken for it. */
final class FarmCensus {
    private final FarmServers farm;

    FarmCensus(FarmServers farm) {
        this.farm = farm;
    }

    /** Of each kind of part how many there are; one of each is right. */
    record Count(Map<String, Integer> parts) {
        int tooMany() {
            return parts.values().stream().mapToInt(n -> Math.max(0, n - 1)).sum();
        }

        int missing() {
            return (int) parts.values().stream().filter(n -> n == 0).count();
        }
    }

    Count of(String name) throws IOException {
        Map<String, Integer> parts = new LinkedHashMap<>();
        parts.put("database", sql("pg_database WHERE datname = '" + name + "'"));
        parts.put("role", sql("pg_roles WHERE rolname = '" + name + "'"));
        parts.put("bucket", named(farm.buckets(), name));
        parts.put("key", named(farm.keys(), name));
        parts.put("config", farm.instances(name));
        parts.put("route", farm.routes(name));
        parts.put("runner", farm.entries(name));
        parts.put("letter", letters(name));
        parts.put("accepted", accepted(name));
        return new Count(parts);
    }

    private int sql(String from) throws IOException {
        return Integer.parseInt(
                farm.postgres().sql("postgres", "SELECT count(*) FROM " + from).strip());
    }

    private static int named(List<String> all, String name) {
        return (int) all.stream().filter(n -> n.startsWith(name + ".")).count();
    }

    private int accepted(String name) {
        boolean active =
                farm.charon().space(name).text("state").filter("active"::equals).isPresent();
        boolean accepted =
                farm.charon()
                        .request("r-" + name)
                        .text("state")
                        .filter("accepted"::equals)
                        .isPresent();
        return active && accepted ? 1 : 0;
    }

    /** Letters to the organisation of this name. */
    int letters(String name) throws IOException {
        return (int)
                farm.mail().mails().stream()
                        .filter(m -> m.headers().getOrDefault("to", "").contains(name + "@"))
                        .count();
    }

    /** What is left of an approval that was taken back; empty when nothing is. */
    String ours(String name) throws IOException {
        StringJoiner left = new StringJoiner(", ");
        if (sql(
                        "pg_roles r JOIN pg_shdescription d ON d.objoid = r.oid WHERE rolname = '"
                                + name
                                + "' AND description LIKE 'ronron:%'")
                > 0) {
            left.add("role");
        }
        if (sql(
                        "pg_database d JOIN pg_roles r ON r.oid = d.datdba WHERE datname = '"
                                + name
                                + "' AND rolname = '"
                                + name
                                + "'")
                > 0) {
            left.add("database");
        }
        Map<String, Integer> others =
                Map.of(
                        "bucket", named(farm.buckets(), name),
                        "key", named(farm.keys(), name),
                        "config", farm.instances(name),
                        "route", farm.routes(name),
                        "runner", farm.entries(name));
        others.forEach(
                (part, many) -> {
                    if (many > 0) {
                        left.add(part);
                    }
                });
        String all = left.toString();
        String state = farm.charon().request("r-" + name).text("state").orElse("");
        return all.isEmpty() && state.equals("pending") ? "" : all + " " + state;
    }
}
