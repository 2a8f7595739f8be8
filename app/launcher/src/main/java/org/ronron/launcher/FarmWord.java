package org.ronron.launcher;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ronron.practice.collective.PracticePlan;
import org.ronron.practice.farm.FarmServers;

/**
 * What the farm's servers themselves say in the end of the tour: Ronron's word is not taken for it.
 *
 * @param parts how many of each part of the two spaces there are
 */
record FarmWord(Map<String, Integer> parts, List<String> named) {
    private static final String MADE = "amap-vallon";
    private static final String REMOVED = "vieille-chorale";

    static FarmWord of(FarmServers farm, PracticePlan plan) throws IOException {
        Map<String, Integer> parts = new TreeMap<>();
        for (String name : List.of(MADE, REMOVED)) {
            parts.put(name + " database", count(farm, "pg_database WHERE datname", name));
            parts.put(name + " role", count(farm, "pg_roles WHERE rolname", name));
            parts.put(name + " bucket", begin(farm.buckets(), name));
            parts.put(name + " key", begin(farm.keys(), name));
            parts.put(name + " configuration", farm.instances(name));
            parts.put(name + " address", farm.routes(name));
            parts.put(name + " entry", farm.entries(name));
        }
        parts.put("letters", farm.mail().count());
        return new FarmWord(
                parts,
                List.of(
                        "name", MADE,
                        "removed", REMOVED,
                        "postgresql", plan.software("postgresql"),
                        "minio", plan.software("minio"),
                        "haproxy", plan.software("haproxy"),
                        "ssh", plan.software("ssh"),
                        "mail", plan.software("mail"),
                        "letters", String.valueOf(farm.mail().count())));
    }

    private static int count(FarmServers farm, String where, String name) throws IOException {
        String sql = "SELECT count(*) FROM " + where + " = '" + name + "'";
        return Integer.parseInt(farm.postgres().sql("postgres", sql).strip());
    }

    private static int begin(List<String> all, String name) {
        return (int) all.stream().filter(n -> n.startsWith(name + ".")).count();
    }

    /** One of each part of the one, none of the other, and a letter for each decision. */
    boolean right() {
        return parts.entrySet().stream()
                .allMatch(
                        e ->
                                e.getKey().equals("letters")
                                        ? e.getValue() == 2
                                        : e.getValue() == (e.getKey().startsWith(MADE) ? 1 : 0));
    }

    String said() {
        return parts.toString();
    }

    String[] values() {
        return named.toArray(String[]::new);
    }
}
