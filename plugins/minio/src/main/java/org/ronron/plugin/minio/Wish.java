package org.ronron.plugin.minio;

import java.util.Optional;
import org.ronron.api.ConnectorException;
import org.ronron.api.Host;
import org.ronron.api.Json;
import org.ronron.api.MadeSecret;

/**
 * An action's arguments; what is not given is empty.
 *
 * @param mark the end of the plan's id, and so of the name of what the plan makes
 * @param bytes a quota, 0 for none
 */
record Wish(String bucket, String user, String mark, long bytes, Optional<MadeSecret> secret) {
    /** Space and mark; together shorter than the 63 characters that S3 allows. */
    private static final String MADE = "[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?\\.[a-z0-9]{6}";

    /** Somebody else's, made before Ronron came: what S3 allows, 3 to 63 characters. */
    private static final String ANY =
            "(?=.{3,63}$)[a-z0-9]+(-+[a-z0-9]+)*(\\.[a-z0-9]+(-+[a-z0-9]+)*)*";

    static Wish of(Json.Obj told) {
        return new Wish(
                told.text("bucket").orElse(""),
                told.text("user").orElse(""),
                told.text("mark").orElse(""),
                told.number("bytes").orElse(-1L),
                MadeSecret.of(told.at("secret")));
    }

    String name(Verb verb) {
        return verb.word().startsWith("user.") ? user : bucket;
    }

    /** Whether it names what this verb is about. What a plan makes ends in its mark. */
    void check(Verb verb, Host host) throws ConnectorException {
        String name = name(verb);
        boolean whole = verb != Verb.QUOTA || bytes >= 0;
        whole &= verb != Verb.USER || bucket.matches(MADE) && secret.isPresent();
        if (!whole || !name.matches(verb.marked() ? MADE : ANY)) {
            throw host.fault(MinioError.BAD_NAME, "name", name);
        }
        if (verb.marked() && !name.endsWith("." + mark)) {
            throw host.fault(MinioError.NOT_OURS, "name", name);
        }
    }
}
