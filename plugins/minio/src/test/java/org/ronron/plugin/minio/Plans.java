package org.ronron.plugin.minio;

import java.util.List;
import org.ronron.api.Action;
import org.ronron.api.Json;
import org.ronron.api.MadeSecret;

/** Actions as a plan for one space makes them. */
final class Plans {
    static final String ENDPOINT = "e1";
    static final String MARK = "k3x9ab";
    static final MadeSecret SECRET =
            MadeSecret.of("01KAPLAN", "s3-secret", MadeSecret.Kind.PASSWORD);

    /** What the vault holds under the name of {@link #SECRET}. */
    static final String VALUE = "Kq7vYx2mWn8pRt4sZb6cDf3gHj5kLq9a";

    private Plans() {}

    static Action of(String verb, String space) {
        String name = space + "." + MARK;
        Json.Obj arguments =
                Json.obj()
                        .with("bucket", name)
                        .with("user", name)
                        .with("mark", MARK)
                        .with("bytes", 10_000_000_000L)
                        .with("secret", SECRET.json());
        return new Action(ENDPOINT, verb, arguments);
    }

    /** The verbs by which a space comes, in their order. */
    static List<Action> coming(String space) {
        return List.of(
                of("bucket.create", space), of("bucket.quota", space), of("user.create", space));
    }

    /** The verbs by which it goes, of a bucket with something in it. */
    static List<Action> going(String space) {
        return List.of(
                of("user.disable", space),
                of("bucket.save", space),
                of("bucket.empty", space),
                of("bucket.restore", space),
                of("user.enable", space));
    }
}
