package org.ronron.layout.work;

import org.ronron.api.Json;
import org.ronron.api.NodeFact;

/**
 * A machine on which a scheduler places services. Whether it is up, whether it may be given more
 * and whether it is being emptied are three things, each of which changes by itself.
 *
 * @param status as the system says it
 * @param memory bytes for services, in all: without what is kept for the machine itself
 */
public record Machine(
        String id,
        String name,
        String zone,
        String status,
        boolean up,
        boolean eligible,
        boolean draining,
        long memory) {
    /** The label of a node that says how the system sees it, in the system's own word. */
    public static final String STATUS = "status";

    /** The label that says whether it may be given more. */
    public static final String ELIGIBLE = "eligible";

    /** The label that says whether it is being emptied. */
    public static final String DRAINING = "draining";

    private static final String YES = "yes";

    /** How the labels say so. */
    public static String word(boolean yes) {
        return yes ? YES : "no";
    }

    /** From what a connector tells of a node, with the three labels. */
    public static Machine of(NodeFact node) {
        return new Machine(
                node.key(),
                node.name(),
                node.zone().orElse(""),
                node.labels().getOrDefault(STATUS, ""),
                node.reach() == NodeFact.Reach.UP,
                node.labels().getOrDefault(ELIGIBLE, "").equals(YES),
                node.labels().getOrDefault(DRAINING, "").equals(YES),
                node.memory().orElse(0) - node.room().memoryKept().orElse(0));
    }

    /** Whether it may be given more now. */
    public boolean takes() {
        return up && eligible && !draining;
    }

    /** One line of it, for people. */
    public String shown() {
        return zone
                + ", "
                + status
                + ", eligible: "
                + word(eligible)
                + ", draining: "
                + word(draining);
    }

    /** What a plan depends on; not the end of a drain, nor what runs there. */
    String words() {
        return String.join(" ", id, name, zone, status, word(eligible));
    }

    static Machine of(Json.Obj json) {
        return new Machine(
                json.word("id"),
                json.word("name"),
                json.word("zone"),
                json.word(STATUS),
                json.bool("up").orElse(false),
                json.bool(ELIGIBLE).orElse(false),
                json.bool(DRAINING).orElse(false),
                json.number("memory").orElse(0L));
    }

    Json.Obj json() {
        return Json.obj()
                .with("id", id)
                .with("name", name)
                .with("zone", zone)
                .with(STATUS, status)
                .with("up", Json.of(up))
                .with(ELIGIBLE, Json.of(eligible))
                .with(DRAINING, Json.of(draining))
                .with("memory", memory);
    }
}
