package org.ronron.core.model;

import java.util.OptionalInt;
import org.ronron.api.Json;

/** A service spread over nodes, as its endpoint last said. */
public record Cluster(
        String endpointId,
        String key,
        String name,
        OptionalInt copies,
        boolean healthy,
        boolean busy,
        Json.Obj state) {}
