package org.ronron.api;

import java.util.OptionalInt;

/**
 * A service spread over nodes.
 *
 * @param key unique within the endpoint
 * @param copies how many copies of each piece of data it keeps
 * @param healthy as the system itself says
 * @param busy whether a change is under way: data still moves, nothing may be unplugged
 * @param state what the connector's {@link Placement} needs to forecast without asking again; with
 *     each {@link Quorum}, if there are
 */
public record ClusterFact(
        String key,
        String name,
        OptionalInt copies,
        boolean healthy,
        boolean busy,
        Json.Obj state) {}
