package org.ronron.ui.topology;

import java.util.List;

/**
 * A zone as it is drawn.
 *
 * @param name the zone; empty for machines that stand in none
 * @param title its name in words
 * @param counts how many machines and services it holds
 * @param memory what is reserved of what there is
 * @param cpu what is reserved of what there is; empty when nobody knows what there is
 * @param staged whether the figures are before and after
 */
record ZonePicture(
        String name,
        String title,
        String counts,
        String memory,
        String cpu,
        boolean staged,
        List<NodePicture> nodes) {
    ZonePicture {
        nodes = List.copyOf(nodes);
    }
}
