package org.ronron.ui.topology.map;

import java.util.List;
import org.ronron.core.model.Node;

/**
 * A node as it is drawn in one zone.
 *
 * @param place whether it stands here, leaves, or is to come
 * @param other the other zone of a staged move; empty when it is not staged
 * @param aside what stands at the right of its name
 * @param shortAside the same where there is less room
 * @param asideLook how that is coloured
 * @param notes further short lines: a zone given by hand, sizes where nobody says what is reserved
 * @param told whether anybody says what is reserved of it; if not, it has no bars
 */
public record NodePicture(
        Node node,
        Place place,
        String other,
        String aside,
        String shortAside,
        AsideLook asideLook,
        List<String> notes,
        boolean told,
        Bar memory,
        Bar cpu,
        Bar disk) {
    /** Where it is, in the world and as staged. */
    public enum Place {
        HERE,
        LEAVING,
        COMING
    }

    /** What the words beside its name are about. */
    public enum AsideLook {
        PLAIN,
        STAGED,
        STALE,
        BUSY
    }

    public NodePicture {
        notes = List.copyOf(notes);
    }

    /** The same card of what is known of the machine by now. */
    public NodePicture of(Node now) {
        return new NodePicture(
                now, place, other, aside, shortAside, asideLook, notes, told, memory, cpu, disk);
    }

    /** Its name in the picture: no two parts share one. */
    public String id() {
        return (place == Place.COMING ? "coming-" : "node-") + node.name();
    }
}
