package org.ronron.ui.topology;

import java.util.List;

/**
 * A zone as it is drawn.
 *
 * @param name the zone; empty for machines that stand in none
 * @param title its name in words
 * @param memory what is reserved of what there is
 * @param staged whether the figures are before and after
 * @param line what else it holds
 */
record ZonePicture(
        String name,
        String title,
        String memory,
        boolean staged,
        String line,
        List<NodePicture> nodes) {
    ZonePicture {
        nodes = List.copyOf(nodes);
    }
}
