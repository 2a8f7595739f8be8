package org.ronron.ui.topology;

import org.ronron.core.model.Node;

/**
 * A node as it is drawn in one zone.
 *
 * @param place whether it stands here, leaves, or is to come
 * @param other the other zone of a staged move; empty when it is not staged
 * @param aside what stands at the right of its name
 * @param shortAside the same where there is less room
 * @param spoken the whole card for a screen reader
 * @param told whether anybody says what is reserved of it; if not, its size stands in place of bars
 */
record NodePicture(
        Node node,
        Place place,
        String other,
        String aside,
        String shortAside,
        String spoken,
        boolean told,
        Bars bars) {
    /** Where it is, in the world and as staged. */
    enum Place {
        HERE,
        LEAVING,
        COMING
    }
}
