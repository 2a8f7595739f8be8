package org.ronron.plugin.garage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ronron.api.Forecast;

/**
 * What Garage's layout computation would answer, from counts alone: it does not publish which
 * partition is where. Sizes and impossibilities are exact. Copies to move are about right: how
 * often two machines that come together in a zone hold the same partition is estimated (on twenty
 * moves of a real cluster: from 15 % too few to 48 % too many).
 */
final class Forecaster {
    static final int PARTITIONS = 256;

    private final Layout before;
    private final Layout after;
    private final long down;
    private final List<Layout.Role> stores;
    private final Map<String, List<Layout.Role>> zones;
    private final int copies;
    private final int spread;
    private final List<Forecast.Warning> warnings = new ArrayList<>();

    Forecaster(Layout before, Layout after, long down) {
        this.before = before;
        this.after = after;
        this.down = down;
        this.stores = after.roles().stream().filter(role -> role.capacity() > 0).toList();
        this.zones = stores.stream().collect(Collectors.groupingBy(Layout.Role::zone));
        this.copies = copies(before);
        this.spread = spread(after);
    }

    /** The replication factor: every one of 256 partitions is stored so many times. */
    static int copies(Layout layout) {
        return layout.roles().stream().mapToInt(Layout.Role::stored).sum() / PARTITIONS;
    }

    Forecast forecast() {
        int safe = zonesToLose(spread(before));
        long old = before.partitionSize();
        long size = size();
        String few = zones.size() + " < " + spread;
        warn("impossibleNodes", stores.size() < copies || copies == 0, "" + stores.size());
        warn("impossibleZones", zones.size() < spread, few);
        warn("impossibleSize", warnings.isEmpty() && size == 0, "0");
        if (!warnings.isEmpty()) {
            OptionalInt unknown = OptionalInt.empty();
            OptionalLong none = OptionalLong.empty();
            long usable = old * PARTITIONS;
            return new Forecast(usable, 0, unknown, none, true, safe, 0, Map.of(), warnings, true);
        }
        Map<String, Integer> next = new TreeMap<>();
        boolean same = before.digest().equals(after.digest());
        stores.forEach(role -> next.put(role.id(), role.stored()));
        int moving = same ? 0 : fill(size, next);
        long percent = 100 - size * 100 / Math.max(1, old);
        int safeAfter = zonesToLose(spread);
        warn("smaller", percent > 0, "" + percent);
        warn("fewerZones", safeAfter < safe, "" + safeAfter);
        before.roles().stream()
                .filter(role -> role.capacity() > 0)
                .map(Layout.Role::zone)
                .distinct()
                .forEach(zone -> warn("zoneEmpty", !zones.containsKey(zone), zone));
        warn("nodeDown", down > 0, "" + down);
        return new Forecast(
                old * PARTITIONS,
                size * PARTITIONS,
                OptionalInt.of(moving),
                OptionalLong.of(moving * Math.max(old, size)),
                moving == 0,
                safe,
                safeAfter,
                next,
                warnings,
                false);
    }

    private void warn(String key, boolean holds, String value) {
        if (holds) {
            warnings.add(new Forecast.Warning(key, Map.of("value", value)));
        }
    }

    /** In how many zones each partition has to lie: Garage counts zones of gateways too. */
    private int spread(Layout layout) {
        long all = layout.roles().stream().map(Layout.Role::zone).distinct().count();
        return layout.redundancy() > 0 ? layout.redundancy() : (int) Math.min(copies, all);
    }

    /** Writing needs {@code copies + 1 - ⌈copies/2⌉} answers (consistent mode). */
    private int zonesToLose(int inZones) {
        int spare = (copies + 1) / 2 - 1;
        return Math.max(0, spare - (copies - inZones));
    }

    /**
     * The largest size of which {@code 256 × copies} fit. By symmetry of the partitions the
     * max-flow of Garage's computation comes down to two sums over the zones.
     */
    private long size() {
        long low = 0;
        long high = stores.stream().mapToLong(Layout.Role::capacity).max().orElse(0);
        while (low < high) {
            long size = low + (high - low + 1) / 2;
            long all = 0;
            long once = 0;
            for (List<Layout.Role> zone : zones.values()) {
                long room = zone.stream().mapToLong(role -> fits(role, size)).sum();
                all += room;
                once += Math.min(PARTITIONS, room);
            }
            boolean enough = all >= PARTITIONS * copies && once >= PARTITIONS * spread;
            low = enough ? size : low;
            high = enough ? high : size - 1;
        }
        return low;
    }

    private static int fits(Layout.Role role, long size) {
        return (int) Math.min(PARTITIONS, role.capacity() / size);
    }

    /**
     * Takes away what cannot stay, then fills up where there is room. What was in the way of a zone
     * mate has to leave the zone; where the other zones are full, it pushes another copy into it.
     */
    private int fill(long size, Map<String, Integer> next) {
        double homeless = 0;
        List<Layout.Role> open = new ArrayList<>();
        for (List<Layout.Role> mates : zones.values()) {
            double excess = spread < copies ? 0 : crowd(mates, next);
            homeless += excess;
            open.addAll(excess > 0 ? List.of() : mates);
        }
        stores.forEach(role -> next.merge(role.id(), fits(role, size), Math::min));
        int held = next.values().stream().mapToInt(count -> count).sum();
        int missing = Math.max(0, PARTITIONS * copies - held);
        int outside = place(missing, size, next, open);
        place(missing - outside, size, next, stores);
        return missing + (int) Math.max(0, Math.round(homeless) - outside);
    }

    /**
     * Takes away the copies too many in a zone whose machines come from different zones: before,
     * nothing kept them from holding the same partition. Each loses by how much it overlaps.
     *
     * @return how many
     */
    private double crowd(List<Layout.Role> mates, Map<String, Integer> next) {
        Map<String, Integer> groups = new TreeMap<>();
        mates.forEach(mate -> groups.merge(origin(mate), mate.stored(), Integer::sum));
        double covered = 0;
        int seen = 0;
        for (int held : groups.values().stream().sorted((a, b) -> b - a).toList()) {
            double likely = (double) copies * held / Math.max(1, PARTITIONS * copies - seen);
            covered += (PARTITIONS - covered) * Math.min(1, likely);
            seen += held;
        }
        double excess = Math.max(0, seen - covered);
        int all = seen;
        double overlaps = groups.values().stream().mapToDouble(h -> (double) h * (all - h)).sum();
        for (Layout.Role mate : mates) {
            int group = groups.getOrDefault(origin(mate), 0);
            double part = overlaps == 0 ? 0 : mate.stored() * (double) (all - group) / overlaps;
            next.put(mate.id(), (int) Math.round(mate.stored() - excess * part));
        }
        return groups.size() < 2 ? 0 : excess;
    }

    private String origin(Layout.Role role) {
        return before.role(role.id()).map(Layout.Role::zone).orElse("");
    }

    /** Puts so many copies where there is most room; answers how many found a place. */
    private int place(int many, long size, Map<String, Integer> next, List<Layout.Role> open) {
        Map<String, Integer> held = new TreeMap<>();
        stores.forEach(r -> held.merge(r.zone(), next.getOrDefault(r.id(), 0), Integer::sum));
        for (int placed = 0; placed < many; placed++) {
            Layout.Role best = null;
            int most = 0;
            for (Layout.Role role : open) {
                int zone = spread < copies ? 0 : held.getOrDefault(role.zone(), 0);
                int room = fits(role, size) - next.getOrDefault(role.id(), 0);
                if (Math.min(room, PARTITIONS - zone) > most) {
                    best = role;
                    most = Math.min(room, PARTITIONS - zone);
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
