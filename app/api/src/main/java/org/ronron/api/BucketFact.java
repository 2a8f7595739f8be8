package org.ronron.api;

import java.util.List;
import java.util.OptionalLong;

/** A bucket, with the names it answers to. Sizes are bytes where they were asked for. */
public record BucketFact(String key, List<String> names, OptionalLong bytes, OptionalLong objects) {
    public BucketFact {
        names = List.copyOf(names);
    }
}
