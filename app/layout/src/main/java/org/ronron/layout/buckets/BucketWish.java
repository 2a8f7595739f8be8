package org.ronron.layout.buckets;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ronron.api.Action;
import org.ronron.api.Evidence;
import org.ronron.api.Http;
import org.ronron.api.Json;
import org.ronron.api.Plain;

/** What an action on a bucket or key asks for, whatever stands in its arguments. */
public record BucketWish(BucketVerb verb, Json.Obj arguments) {
    private static final Duration TIME = Duration.ofSeconds(60);

    /** As S3 has it, 3 to 63 characters; with a dot it is a site's whole address. */
    private static final Pattern ALIAS =
            Pattern.compile("(?!.*\\.\\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

    private static final Pattern KEY = Pattern.compile("[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?");
    private static final Pattern BYTES = Pattern.compile("[0-9]{1,18}");
    private static final Pattern MARK = Pattern.compile("[a-z0-9]{1,32}");

    /** The action's wish; empty for a verb that is none of buckets and keys. */
    public static Optional<BucketWish> of(Action action) {
        return BucketVerb.of(action.verb()).map(verb -> new BucketWish(verb, action.arguments()));
    }

    /** An argument as text; empty when it is missing. */
    public String text(String name) {
        return arguments.number(name).map(n -> "" + n).orElseGet(() -> arguments.word(name));
    }

    /** The names of our keys begin so: it is the mark. */
    public String ours() {
        return "ronron:" + text("mark") + ":";
    }

    /** The whole name of our key. */
    public String keyName() {
        return ours() + text("key");
    }

    boolean on() {
        return arguments.bool("on").orElse(text("on").equals("true"));
    }

    /** Bytes as Garage has them; none for no quota. */
    Json bytes() {
        String digits = text("bytes");
        boolean some = digits.matches("[1-9][0-9]{0,17}");
        return some ? Json.of(Long.parseLong(digits)) : Json.Null.NULL;
    }

    /** How what it makes shows that it is ours; empty for what is only as wished or not. */
    public String mark() {
        boolean marked = verb.makes() || verb == BucketVerb.UNLINK || verb == BucketVerb.LINK;
        return marked ? ours() : "";
    }

    /** Stands for a bucket of which only the name is known yet. */
    public Json.Obj unknownBucket() {
        return Json.obj().with("id", "id-of-" + text("alias"));
    }

    /** Whether this row of {@code ListBuckets} is known by the wished name to one of these keys. */
    public boolean hidden(Json.Obj listed, List<String> keys) {
        return listed.objects("localAliases").stream()
                .filter(local -> local.word("alias").equals(text("alias")))
                .anyMatch(local -> keys.contains(local.word("accessKeyId")));
    }

    /**
     * Of a key: whether it is done.
     *
     * @param keys ids of those that have our name
     */
    public Evidence.Verdict verdict(List<String> keys) {
        return FoundBucket.of(verb.makes() != keys.isEmpty(), true);
    }

    /**
     * The action that undoes it, without secrets. A quota goes back to {@code before}, where that
     * is known.
     */
    public Optional<Action> inverse(Action action) {
        Json.Obj back =
                switch (verb) {
                    case WEB -> arguments.with("on", Json.of(!on()));
                    case QUOTA ->
                            arguments
                                    .with("bytes", arguments.at("before"))
                                    .with("before", arguments.at("bytes"));
                    default ->
                            Json.obj()
                                    .with("alias", arguments.at("alias"))
                                    .with("key", arguments.at("key"))
                                    .with("mark", arguments.at("mark"));
                };
        boolean known = verb != BucketVerb.QUOTA || !text("before").isEmpty();
        return verb.back()
                .filter(undo -> known)
                .map(undo -> new Action(action.endpointId(), undo.id(), back));
    }

    /** The argument that no call may hold; empty when all is well. */
    public Optional<String> wrong() {
        Map<String, Pattern> rules = new TreeMap<>();
        if (!verb.onlyKey()) {
            rules.put("alias", ALIAS);
        }
        if (verb.ofKey()) {
            rules.put("key", KEY);
        }
        if (verb == BucketVerb.QUOTA) {
            rules.put("bytes", BYTES);
        } else if (verb != BucketVerb.WEB) {
            rules.put("mark", MARK);
        }
        return rules.entrySet().stream()
                .filter(rule -> !rule.getValue().matcher(text(rule.getKey())).matches())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * The call that does it.
     *
     * @param bucket as Garage tells it, its {@code id} and {@code quotas}
     * @param key id of our key
     */
    public Http.Call call(Json.Obj bucket, String key) {
        Json.Obj of = Json.obj().with("bucketId", bucket.at("id"));
        Json alias = Json.of(text("alias"));
        Json yes = Json.of(true);
        return switch (verb) {
            case KEY_CREATE ->
                    post(
                            Json.obj()
                                    .with("accessKeyId", arguments.at("id"))
                                    .with("secretAccessKey", arguments.at("secret"))
                                    .with("name", keyName()));
            case KEY_REMOVE -> bare(key);
            case REMOVE -> bare(bucket.word("id"));
            case CREATE -> {
                Json.Obj local = Json.obj().with("accessKeyId", key).with("alias", alias);
                yield post(Json.obj().with("globalAlias", alias).with("localAlias", local));
            }
            case ALLOW -> {
                Json.Obj all = Json.obj().with("read", yes).with("write", yes).with("owner", yes);
                yield post(of.with("accessKeyId", key).with("permissions", all));
            }
            case WEB -> {
                Json.Obj web = Json.obj().with("enabled", Json.of(on()));
                yield update(
                        bucket,
                        "websiteAccess",
                        on() ? web.with("indexDocument", "index.html") : web);
            }
            case QUOTA -> {
                Json objects = bucket.object("quotas").at("maxObjects");
                Json.Obj quotas = Json.obj().with("maxSize", bytes()).with("maxObjects", objects);
                yield update(bucket, "quotas", quotas);
            }
            case UNLINK, LINK -> post(of.with("globalAlias", alias));
        };
    }

    private Http.Call post(Json body) {
        return Http.Call.post("/v2/" + verb.call(), body, TIME);
    }

    private Http.Call bare(String id) {
        return Http.Call.post("/v2/" + verb.call() + "?id=" + Plain.segment(id), TIME);
    }

    private Http.Call update(Json.Obj bucket, String what, Json to) {
        String id = Plain.segment(bucket.word("id"));
        return Http.Call.post("/v2/" + verb.call() + "?id=" + id, Json.obj().with(what, to), TIME);
    }
}
