package org.ronron.plugin.garage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ronron.api.Forecast;
import org.ronron.api.Json;

/**
 * What Garage's layout computation would answer, from counts alone: it does not publish which
 * partition is where. Sizes and impossibilities are exact; copies to move are about right, because
 * how often two machines of one zone hold the same partition is estimated.
 */
final class Forecaster {
    static final int PARTITIONS = 256;

    private final Layout before;
    private final Layout after;
    private final Json.Obj state;
    private final List<Layout.Role> stores;
    private final int copies;
    private final int spread;
    private final List<Forecast.Warning> warnings = new ArrayList<>();

    Forecaster(Layout before, Layout after, Json.Obj state) {
        this.before = before;
        this.after = after;
        this.state = state;
        this.stores = storage(after);
        this.copies = GaragePlacement.copies(before.roles());
        this.spread = spread(after);
    }

    Forecast forecast() {
        int safeBefore = zonesToLose(spread(before));
        if (!possible()) {
            return new Forecast(
                    before.partitionSize() * PARTITIONS,
                    0,
                    OptionalInt.empty(),
                    OptionalLong.empty(),
                    true,
                    safeBefore,
                    0,
                    Map.of(),
                    warnings,
                    true);
        }
        long size = partitionSize();
        long old = before.partitionSize();
        Map<String, Integer> next = new TreeMap<>();
        int moving = before.digest().equals(after.digest()) ? keep(next) : fill(size, next);
        int safeAfter = zonesToLose(spread);
        long percent = 100 - size * 100 / Math.max(1, old);
        warn("smaller", percent > 0, "percent", "" + percent);
        warn("fewerZones", safeAfter < safeBefore, "zones", "" + safeAfter);
        for (String zone : zones(before).keySet()) {
            warn("zoneEmpty", !zones(after).containsKey(zone), "zone", zone);
        }
        warn("nodeDown", !state.items("down").isEmpty(), "nodes", "" + state.items("down").size());
        return new Forecast(
                old * PARTITIONS,
                size * PARTITIONS,
                OptionalInt.of(moving),
                OptionalLong.of(moving * Math.max(old, size)),
                moving == 0,
                safeBefore,
                safeAfter,
                next,
                warnings,
                false);
    }

    private void warn(String key, boolean holds, String name, String value) {
        if (holds) {
            warnings.add(new Forecast.Warning(key, Map.of(name, value)));
        }
    }

    /** As Garage refuses: it counts the zones of gateways too when it takes the maximum. */
    private boolean possible() {
        int nodes = stores.size();
        int zones = zones(after).size();
        warn("impossibleNodes", nodes < copies || copies == 0, "nodes", nodes + " < " + copies);
        warn("impossibleZones", zones < spread, "zones", zones + " < " + spread);
        warn("impossibleSize", warnings.isEmpty() && partitionSize() == 0, "size", "0");
        return warnings.isEmpty();
    }

    /** In how many zones each partition has to lie. */
    private int spread(Layout layout) {
        long all = layout.roles().stream().map(Layout.Role::zone).distinct().count();
        return layout.redundancy().equals("maximum")
                ? (int) Math.min(copies, all)
                : Integer.parseInt(layout.redundancy());
    }

    /** Writing needs {@code copies + 1 - ⌈copies/2⌉} answers (consistent mode). */
    private int zonesToLose(int zones) {
        int spare = (copies + 1) / 2 - 1;
        int worst = copies - zones + 1;
        return Math.max(0, spare - worst + 1);
    }

    private static List<Layout.Role> storage(Layout layout) {
        return layout.roles().stream().filter(role -> role.capacity().isPresent()).toList();
    }

    private static Map<String, List<Layout.Role>> zones(Layout layout) {
        return storage(layout).stream()
                .collect(
                        Collectors.groupingBy(
                                Layout.Role::zone, TreeMap::new, Collectors.toList()));
    }

    /**
     * The largest size of which {@code 256 × copies} fit. By symmetry of the partitions the
     * max-flow of Garage's computation comes down to two sums over the zones.
     */
    private long partitionSize() {
        long low = 0;
        long high = stores.stream().mapToLong(this::bytes).max().orElse(0);
        while (low < high) {
            long middle = low + (high - low + 1) / 2;
            long all = 0;
            long once = 0;
            for (List<Layout.Role> zone : zones(after).values()) {
                long room = zone.stream().mapToLong(role -> fits(role, middle)).sum();
                all += room;
                once += Math.min(PARTITIONS, room);
            }
            boolean enough =
                    all >= (long) PARTITIONS * copies && once >= (long) PARTITIONS * spread;
            low = enough ? middle : low;
            high = enough ? high : middle - 1;
        }
        return low;
    }

    private long bytes(Layout.Role role) {
        return role.capacity().orElse(0);
    }

    private long fits(Layout.Role role, long size) {
        return Math.min(PARTITIONS, bytes(role) / size);
    }

    private int keep(Map<String, Integer> next) {
        storage(before).forEach(role -> next.put(role.id(), role.stored()));
        return 0;
    }

    /**
     * Takes away what cannot stay, then fills up where there is room. What was in the way of a zone
     * mate has to leave the zone; where the other zones are full, it pushes another copy into it.
     */
    private int fill(long size, Map<String, Integer> next) {
        Map<String, Integer> crowded = new HashMap<>();
        Map<String, Double> share = new HashMap<>();
        for (Map.Entry<String, List<Layout.Role>> zone : zones(after).entrySet()) {
            crowded.put(zone.getKey(), crowd(zone.getValue(), share));
        }
        for (Layout.Role role : stores) {
            double stays = role.stored() - share.getOrDefault(role.id(), 0.0);
            next.put(role.id(), (int) Math.min(Math.round(stays), fits(role, size)));
        }
        int held = next.values().stream().mapToInt(i -> i).sum();
        int missing = Math.max(0, PARTITIONS * copies - held);
        int homeless = crowded.values().stream().mapToInt(i -> i).sum();
        int outside = place(missing, size, next, role -> crowded.getOrDefault(role.zone(), 0) == 0);
        place(missing - outside, size, next, role -> true);
        return missing + Math.max(0, homeless - outside);
    }

    /**
     * Copies too many in a zone whose machines come from different zones: before, nothing kept them
     * from holding the same partition.
     */
    private int crowd(List<Layout.Role> mates, Map<String, Double> share) {
        Map<String, Integer> groups = new TreeMap<>();
        for (Layout.Role mate : mates) {
            String from = before.role(mate.id()).map(Layout.Role::zone).orElse("");
            groups.merge(from, mate.stored(), Integer::sum);
        }
        if (spread < copies || groups.size() < 2) {
            return 0;
        }
        double covered = 0;
        int seen = 0;
        for (int held : groups.values().stream().sorted(Comparator.reverseOrder()).toList()) {
            double likely = (double) copies * held / Math.max(1, PARTITIONS * copies - seen);
            covered += (PARTITIONS - covered) * Math.min(1, likely);
            seen += held;
        }
        double excess = Math.max(0, seen - covered);
        Map<String, Double> overlap = new HashMap<>();
        groups.forEach(
                (zone, held) -> {
                    double alone = 1;
                    for (Map.Entry<String, Integer> other : groups.entrySet()) {
                        alone *= other.getKey().equals(zone) ? 1 : 1 - other.getValue() / 256.0;
                    }
                    overlap.put(zone, held * (1 - alone));
                });
        double all = Math.max(1e-9, overlap.values().stream().mapToDouble(d -> d).sum());
        for (Layout.Role mate : mates) {
            String from = before.role(mate.id()).map(Layout.Role::zone).orElse("");
            double part = (double) mate.stored() / Math.max(1, groups.getOrDefault(from, 1));
            share.put(mate.id(), excess * overlap.getOrDefault(from, 0.0) / all * part);
        }
        return (int) Math.round(excess);
    }

    private int place(
            int many, long size, Map<String, Integer> next, Predicate<Layout.Role> allowed) {
        List<Layout.Role> open = stores.stream().filter(allowed).toList();
        Map<String, Integer> held = new HashMap<>();
        stores.forEach(
                role -> held.merge(role.zone(), next.getOrDefault(role.id(), 0), Integer::sum));
        for (int placed = 0; placed < many; placed++) {
            Layout.Role best = null;
            long most = 0;
            for (Layout.Role role : open) {
                long room = fits(role, size) - next.getOrDefault(role.id(), 0);
                if (spread >= copies) {
                    room = Math.min(room, PARTITIONS - held.getOrDefault(role.zone(), 0));
                }
                if (room > most) {
                    best = role;
                    most = room;
                }
            }
            if (best == null) {
                return placed;
            }
            next.merge(best.id(), 1, Integer::sum);
            held.merge(best.zone(), 1, Integer::sum);
        }
        return Math.max(0, many);
    }
}
