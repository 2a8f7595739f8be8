package org.ronron.lent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ronron.api.ConnectorException;
import org.ronron.api.ErrorCode;
import org.ronron.api.Evidence;
import org.ronron.api.Json;
import org.ronron.api.Progress;

/**
 * The bucket in which removed buckets are kept, each below its name. The server copies; nothing
 * passes through here, and nothing in it is ever removed.
 *
 * @param bucket the archive's own
 * @param notSaved for objects without a true copy: {@code name} of the bucket, how many {@code
 *     objects}, the {@code first} of them
 */
public record S3Archive(LentHttp http, S3 s3, String bucket, ErrorCode notSaved) {
    /** Keys of the texts that a connector with such an archive brings. */
    public static final Set<String> TEXTS = Set.of("phase.copy");

    /** Objects of a bucket below a prefix. */
    public record Place(String bucket, String prefix) {
        /** All of a bucket. */
        public static Place of(String bucket) {
            return new Place(bucket, "");
        }
    }

    /** What of S3 it takes. */
    public interface S3 {
        /** By their keys without the prefix; none where there is no such bucket. */
        Map<String, S3Object> list(Place place) throws ConnectorException;

        /** One object, by the server itself. */
        void copy(Place from, Place to, String key) throws ConnectorException;
    }

    /** Where this bucket is kept. */
    public Place of(Place live) {
        return new Place(bucket, live.bucket + "/");
    }

    /**
     * Copies all that has no true copy yet, and compares; answers {@code objects}, {@code bytes}.
     */
    public Json.Obj save(Place live, Progress progress) throws ConnectorException {
        return copy(live, of(live), progress);
    }

    /** Copies back what is not there any more; refuses where something else has come instead. */
    public Json.Obj restore(Place live, Progress progress) throws ConnectorException {
        Map<String, S3Object> saved = s3.list(of(live));
        List<String> other = new ArrayList<>();
        s3.list(live)
                .forEach(
                        (key, now) -> {
                            S3Object was = saved.getOrDefault(key, now);
                            if (!now.copies(was) && !was.copies(now)) {
                                other.add(key);
                            }
                        });
        refuse(live, other);
        return copy(of(live), live, progress);
    }

    /** Whether all of one place has a true copy in the other. */
    public Evidence compared(Place from, Place to) throws ConnectorException {
        Map<String, S3Object> wanted = s3.list(from);
        int lost = S3Object.lost(wanted, s3.list(to)).size();
        return http.seen(lost == 0, wanted.size() - lost + " of " + wanted.size() + " objects");
    }

    /** Stops when there are any. */
    public void refuse(Place place, List<String> lost) throws ConnectorException {
        if (!lost.isEmpty()) {
            String many = "" + lost.size();
            String name = place.prefix.isEmpty() ? place.bucket : place.prefix.replace("/", "");
            throw http.stopped(notSaved, "name", name, "objects", many, "first", lost.getFirst());
        }
    }

    private Json.Obj copy(Place from, Place to, Progress progress) throws ConnectorException {
        Map<String, S3Object> wanted = s3.list(from);
        List<String> missing = S3Object.lost(wanted, s3.list(to));
        int done = 0;
        for (String key : missing) {
            progress.report("phase.copy", done++, missing.size());
            s3.copy(from, to, key);
        }
        refuse(from, S3Object.lost(wanted, s3.list(to)));
        long bytes = wanted.values().stream().mapToLong(S3Object::bytes).sum();
        return Json.obj().with("objects", wanted.size()).with("bytes", bytes);
    }
}
