package org.ronron.ui.topology.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that is drawn. Immutable; one thread. */
public final class Picture {
    public static final Picture NONE = new Picture(List.of());

    private final List<ZonePicture> zones;
    private final boolean disks;
    private final Map<String, Place> places = new LinkedHashMap<>();

    /** Made when it is asked for first: most pictures are only looked at. */
    private @Nullable Map<String, List<Spot>> groups;

    /** Where a machine stands in the lists: the zone's and the machine's number. */
    record Place(int zone, int card) {}

    /**
     * A workload's cell in a bar of memory.
     *
     * @param share its middle, as a part of the bar
     */
    record Spot(String workload, Place place, float share) {}

    public Picture(List<ZonePicture> zones) {
        this.zones = List.copyOf(zones);
        boolean any = false;
        for (int z = 0; z < this.zones.size(); z++) {
            List<NodePicture> nodes = this.zones.get(z).nodes();
            for (int c = 0; c < nodes.size(); c++) {
                NodePicture node = nodes.get(c);
                any |= !node.disk().cells().isEmpty();
                if (node.place() != NodePicture.Place.COMING) {
                    places.putIfAbsent(node.node().id(), new Place(z, c));
                }
            }
        }
        disks = any;
    }

    public List<ZonePicture> zones() {
        return zones;
    }

    NodePicture at(Place place) {
        return zones.get(place.zone()).nodes().get(place.card());
    }

    /** Where this machine stands now; not where it will stand. */
    Optional<Place> place(String nodeId) {
        return Optional.ofNullable(places.get(nodeId));
    }

    Optional<NodePicture> node(String nodeId) {
        return place(nodeId).map(this::at);
    }

    /** The cells of all workloads of this group, where they stand now. */
    List<Spot> group(String name) {
        Map<String, List<Spot>> all = groups;
        if (all == null) {
            all = index();
            groups = all;
        }
        return all.getOrDefault(name, List.of());
    }

    private Map<String, List<Spot>> index() {
        Map<String, List<Spot>> all = new HashMap<>();
        for (Place place : places.values()) {
            for (Cell cell : at(place).memory().cells()) {
                if (!cell.group().isEmpty()) {
                    all.computeIfAbsent(cell.group(), g -> new ArrayList<>())
                            .add(new Spot(cell.workload(), place, (cell.from() + cell.to()) / 2));
                }
            }
        }
        return all;
    }

    /** The first machine of all. */
    Optional<Place> first() {
        for (int z = 0; z < zones.size(); z++) {
            if (!zones.get(z).nodes().isEmpty()) {
                return Optional.of(new Place(z, 0));
            }
        }
        return Optional.empty();
    }

    double cardHeight() {
        return Size.CARD_HEIGHT + (disks ? Size.DISK : 0);
    }

    /** Figures before and after take more lines. */
    double headHeight() {
        boolean staged = zones.stream().anyMatch(ZonePicture::staged);
        return Size.HEAD + (staged ? 2 * Size.LINE : 0);
    }

    int[] machines() {
        return zones.stream().mapToInt(z -> z.nodes().size()).toArray();
    }
}
