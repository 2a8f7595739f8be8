package org.ronron.ui.topology.map;

import java.util.List;

/**
 * A zone as it is drawn, or another group that one looks at.
 *
 * @param name the zone; empty for machines that stand in none
 * @param title its name in words
 * @param counts how many machines and services it holds
 * @param memory what is reserved of what there is
 * @param cpu what is reserved of what there is; empty when nobody knows what there is
 * @param full the share of its memory that is reserved; not a number where it is not known
 * @param staged whether the figures are before and after
 * @param empty what stands in it when there is no machine
 */
public record ZonePicture(
        String name,
        String title,
        String counts,
        String memory,
        String cpu,
        float full,
        boolean staged,
        String empty,
        List<NodePicture> nodes) {
    public ZonePicture {
        nodes = List.copyOf(nodes);
    }

    /** Its name in the picture: no two parts share one. */
    public String id() {
        return "zone-" + name;
    }
}
