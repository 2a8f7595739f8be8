package org.ronron.api;

import java.util.List;
import java.util.OptionalLong;

/** A bucket, with the names it answers to. Sizes are bytes where they were asked for. */
public record BucketFact(String key, List<String> names, OptionalLong bytes, OptionalLong objects) {
    public BucketFact {
        names = List.copyOf(names);
    }

    /** A bucket of which only the names were asked for. */
    public static BucketFact named(String key, List<String> names) {
        return new BucketFact(key, names, OptionalLong.empty(), OptionalLong.empty());
    }
}
