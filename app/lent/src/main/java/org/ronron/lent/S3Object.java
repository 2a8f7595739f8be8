package org.ronron.lent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One object as a list of S3 tells it.
 *
 * @param etag without quotation marks
 * @param changed by the server's clock
 */
public record S3Object(String etag, long bytes, Instant changed) {
    /**
     * Whether this is a copy of that. The etag of an object that was uploaded in parts (with a
     * dash) is none of its content, so its copy has another: then it counts that it was copied
     * since.
     */
    public boolean copies(S3Object original) {
        boolean inParts = original.etag.contains("-") && !changed.isBefore(original.changed);
        return bytes == original.bytes && (inParts || etag.equals(original.etag));
    }

    /** Whether a copy of this is there under that key. */
    public boolean isCopied(Map<String, S3Object> there, String key) {
        S3Object copy = there.get(key);
        return copy != null && copy.copies(this);
    }

    /** Keys of those that have no copy of the same key there, in the order of the map. */
    public static List<String> lost(Map<String, S3Object> from, Map<String, S3Object> to) {
        List<String> lost = new ArrayList<>();
        from.forEach(
                (key, original) -> {
                    if (!original.isCopied(to, key)) {
                        lost.add(key);
                    }
                });
        return lost;
    }
}
