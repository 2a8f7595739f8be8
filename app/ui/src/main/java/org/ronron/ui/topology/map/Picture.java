package org.ronron.ui.topology.map;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that is drawn. Immutable. */
public final class Picture {
    public static final Picture NONE = new Picture(List.of());

    private final List<ZonePicture> zones;
    private final boolean disks;
    private final Map<String, Place> places = new HashMap<>();

    /** Where a machine stands in the lists: the zone's and the machine's number. */
    record Place(int zone, int card) {}

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
