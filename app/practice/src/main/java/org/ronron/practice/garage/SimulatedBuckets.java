package org.ronron.practice.garage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Fingerprint;
import org.ronron.api.Json;

/**
 * Buckets and keys of the simulator, with Garage's own refusals (captures of 2.5.0). Not
 * thread-safe: its owner holds the lock.
 */
final class SimulatedBuckets {
    private static final String CREATED = "2026-11-22T13:56:32.386Z";
    private static final String NAME = "(?!.*\\.\\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]";
    private final Map<String, String> keys = new LinkedHashMap<>();
    private final Map<String, String> missed = new LinkedHashMap<>();
    private final Map<String, Bucket> buckets = new LinkedHashMap<>();
    private boolean missing;

    /** One bucket. Permissions and local names by key id. */
    private static final class Bucket {
        final String id;
        final List<String> aliases = new ArrayList<>();
        final Map<String, String> local = new LinkedHashMap<>();
        final Map<String, Json.Obj> allowed = new LinkedHashMap<>();
        Json.Obj quotas =
                Json.obj().with("maxSize", Json.Null.NULL).with("maxObjects", Json.Null.NULL);
        boolean web;
        long objects;
        long bytes;

        Bucket(String id) {
            this.id = id;
        }
    }

    SimulatedBuckets() {
        Bucket practice =
                new Bucket("a11a005fa504c0814945b6f81e0b8b5073029140723ef17af221d4c6bf14f168");
        practice.aliases.add("practice");
        buckets.put(practice.id, practice);
    }

    /** Somebody puts files into it. */
    void fill(String alias, long objects, long bytes) {
        Bucket bucket = named(alias).orElseThrow();
        bucket.objects += objects;
        bucket.bytes += bytes;
    }

    /**
     * Whether some nodes miss what is deleted from now on: it stays in lists, as it does for some
     * seconds with Garage 2.5.0 after two nodes of five were away; asked for by its id it is gone.
     */
    void miss(boolean nodesAreAway) {
        missing = nodesAreAway;
    }

    /** Empty for a call that is of neither. */
    Optional<SimulatedAnswers.Said> to(
            String call, String path, Map<String, String> query, Json.Obj body) {
        SimulatedAnswers.Said said =
                switch (call) {
                    case "GET /v2/ListBuckets" -> ok(list());
                    case "GET /v2/ListKeys" -> ok(keyList());
                    case "GET /v2/GetKeyInfo" -> keyInfo(path, query.getOrDefault("id", ""));
                    case "GET /v2/GetBucketInfo" ->
                            named(query.getOrDefault("globalAlias", ""))
                                    .map(b -> ok(info(b)))
                                    .orElseGet(
                                            () -> noBucket(query.getOrDefault("globalAlias", "")));
                    case "POST /v2/ImportKey" -> importKey(path, body);
                    case "POST /v2/DeleteKey" -> deleteKey(path, query.getOrDefault("id", ""));
                    case "POST /v2/CreateBucket" -> create(path, body);
                    case "POST /v2/DeleteBucket" -> delete(query.getOrDefault("id", ""));
                    case "POST /v2/UpdateBucket" -> update(query.getOrDefault("id", ""), body);
                    case "POST /v2/AllowBucketKey" -> allow(path, body);
                    case "POST /v2/AddBucketAlias" -> alias(path, body);
                    case "POST /v2/RemoveBucketAlias" -> unalias(path, body);
                    default -> new SimulatedAnswers.Said(0, Json.Null.NULL);
                };
        return Optional.of(said).filter(answer -> answer.status() > 0);
    }

    private static SimulatedAnswers.Said ok(Json body) {
        return new SimulatedAnswers.Said(200, body);
    }

    private static SimulatedAnswers.Said noBucket(String name) {
        String path = "/v2/GetBucketInfo";
        return SimulatedAnswers.Said.error(404, "NoSuchBucket", "Bucket not found: " + name, path);
    }

    private static SimulatedAnswers.Said bad(String path, String message) {
        return SimulatedAnswers.Said.error(400, "InvalidRequest", "Bad request: " + message, path);
    }

    private static SimulatedAnswers.Said there(String path) {
        return SimulatedAnswers.Said.error(
                409, "BucketAlreadyExists", "Bucket already exists", path);
    }

    private Optional<Bucket> named(String alias) {
        return buckets.values().stream().filter(b -> b.aliases.contains(alias)).findFirst();
    }

    private Json list() {
        List<Json> rows = new ArrayList<>();
        for (Bucket bucket : buckets.values()) {
            List<Json> local = new ArrayList<>();
            bucket.local.forEach(
                    (key, alias) ->
                            local.add(Json.obj().with("accessKeyId", key).with("alias", alias)));
            rows.add(
                    Json.obj()
                            .with("id", bucket.id)
                            .with("created", CREATED)
                            .with("globalAliases", Json.texts(bucket.aliases))
                            .with("localAliases", Json.arr(local)));
        }
        return Json.arr(rows);
    }

    private Json keyList() {
        Map<String, String> listed = new LinkedHashMap<>(keys);
        listed.putAll(missed);
        List<Json> rows = new ArrayList<>();
        listed.forEach(
                (id, name) ->
                        rows.add(
                                Json.obj()
                                        .with("id", id)
                                        .with("name", name)
                                        .with("created", CREATED)
                                        .with("expiration", Json.Null.NULL)
                                        .with("expired", Json.of(false))));
        return Json.arr(rows);
    }

    private SimulatedAnswers.Said keyInfo(String path, String id) {
        String name = keys.get(id);
        return name == null ? noKey(path, id) : ok(keyTold(id, name));
    }

    /** Its buckets are not told. */
    private static Json.Obj keyTold(String id, String name) {
        return Json.obj()
                .with("accessKeyId", id)
                .with("created", CREATED)
                .with("name", name)
                .with("expiration", Json.Null.NULL)
                .with("expired", Json.of(false))
                .with("permissions", Json.obj().with("createBucket", Json.of(false)))
                .with("buckets", Json.arr(List.of()));
    }

    private Json.Obj info(Bucket bucket) {
        List<Json> held = new ArrayList<>();
        keys.forEach(
                (id, name) -> {
                    boolean known = bucket.local.containsKey(id);
                    if (known || bucket.allowed.containsKey(id)) {
                        Json.Obj may = bucket.allowed.getOrDefault(id, Json.obj());
                        held.add(
                                Json.obj()
                                        .with("accessKeyId", id)
                                        .with("name", name)
                                        .with("permissions", permissions(may))
                                        .with(
                                                "bucketLocalAliases",
                                                Json.texts(
                                                        known
                                                                ? List.of(
                                                                        bucket.local.getOrDefault(
                                                                                id, ""))
                                                                : List.of())));
                    }
                });
        Json.Obj info =
                Json.obj()
                        .with("id", bucket.id)
                        .with("created", CREATED)
                        .with("globalAliases", Json.texts(bucket.aliases))
                        .with("websiteAccess", Json.of(bucket.web));
        Json.Obj site =
                Json.obj()
                        .with("indexDocument", "index.html")
                        .with("errorDocument", Json.Null.NULL)
                        .with("routingRules", Json.arr(List.of()));
        return (bucket.web ? info.with("websiteConfig", site) : info)
                .with("keys", Json.arr(held))
                .with("objects", bucket.objects)
                .with("bytes", bucket.bytes)
                .with("unfinishedUploads", 0)
                .with("unfinishedMultipartUploads", 0)
                .with("unfinishedMultipartUploadParts", 0)
                .with("unfinishedMultipartUploadBytes", 0)
                .with("quotas", bucket.quotas);
    }

    private static Json.Obj permissions(Json.Obj may) {
        Json.Obj all = Json.obj();
        for (String one : List.of("read", "write", "owner")) {
            all = all.with(one, Json.of(may.bool(one).orElse(false)));
        }
        return all;
    }

    private SimulatedAnswers.Said importKey(String path, Json.Obj body) {
        String id = body.word("accessKeyId");
        if (!id.matches("GK[0-9a-f]{24}")
                || !body.word("secretAccessKey").matches("[0-9a-f]{64}")) {
            return bad(path, "Invalid key format");
        }
        if (keys.containsKey(id)) {
            String message =
                    "Key %s already exists in data store. Even if it is deleted, we can't let you"
                            + " create a new key with the same ID. Sorry.";
            return SimulatedAnswers.Said.error(
                    409, "KeyAlreadyExists", message.formatted(id), path);
        }
        keys.put(id, body.word("name"));
        return ok(
                keyTold(id, body.word("name"))
                        .with("secretAccessKey", body.word("secretAccessKey")));
    }

    private static SimulatedAnswers.Said noKey(String path, String id) {
        return SimulatedAnswers.Said.error(
                404, "NoSuchAccessKey", "Access key not found: " + id, path);
    }

    private SimulatedAnswers.Said deleteKey(String path, String id) {
        String name = keys.remove(id);
        if (name == null) {
            return noKey(path, id);
        }
        if (missing) {
            missed.put(id, name);
        }
        buckets.values().forEach(b -> b.allowed.remove(id));
        buckets.values().forEach(b -> b.local.remove(id));
        return ok(Json.Null.NULL);
    }

    private SimulatedAnswers.Said create(String path, Json.Obj body) {
        String alias = body.word("globalAlias");
        Json.Obj local = body.object("localAlias");
        String key = local.word("accessKeyId");
        if (!alias.isEmpty() && !alias.matches(NAME)) {
            return bad(
                    path,
                    alias
                            + ": Invalid bucket name. See AWS documentation for constraints on S3"
                            + " bucket names:\n"
                            + "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html");
        }
        if (named(alias).isPresent()) {
            return there(path);
        }
        if (!local.members().isEmpty() && !keys.containsKey(key)) {
            return noKey(path, key);
        }
        String half = Fingerprint.of("bucket " + buckets.size() + alias + key);
        Bucket bucket = new Bucket((half + half + half).substring(0, 64));
        if (!alias.isEmpty()) {
            bucket.aliases.add(alias);
        }
        if (!local.members().isEmpty()) {
            bucket.local.put(key, local.word("alias"));
        }
        buckets.put(bucket.id, bucket);
        return ok(info(bucket));
    }

    private SimulatedAnswers.Said delete(String id) {
        Bucket bucket = buckets.get(id);
        if (bucket == null) {
            return noBucket(id);
        }
        if (bucket.objects > 0) {
            return SimulatedAnswers.Said.error(
                    409,
                    "BucketNotEmpty",
                    "Tried to delete a non-empty bucket",
                    "/v2/DeleteBucket");
        }
        buckets.remove(id);
        return ok(Json.Null.NULL);
    }

    private SimulatedAnswers.Said update(String id, Json.Obj body) {
        Bucket bucket = buckets.get(id);
        if (bucket == null) {
            return noBucket(id);
        }
        Json.Obj quotas = body.object("quotas");
        if (!quotas.members().isEmpty()) {
            bucket.quotas =
                    Json.obj()
                            .with("maxSize", quotas.at("maxSize"))
                            .with("maxObjects", quotas.at("maxObjects"));
        }
        bucket.web = body.object("websiteAccess").bool("enabled").orElse(bucket.web);
        return ok(info(bucket));
    }

    private SimulatedAnswers.Said allow(String path, Json.Obj body) {
        Bucket bucket = buckets.get(body.word("bucketId"));
        String key = body.word("accessKeyId");
        if (bucket == null) {
            return noBucket(body.word("bucketId"));
        }
        if (!keys.containsKey(key)) {
            return noKey(path, key);
        }
        Json.Obj may = bucket.allowed.getOrDefault(key, Json.obj());
        for (String one : List.of("read", "write", "owner")) {
            may =
                    body.object("permissions").bool(one).orElse(false)
                            ? may.with(one, Json.of(true))
                            : may;
        }
        bucket.allowed.put(key, may);
        return ok(info(bucket));
    }

    private SimulatedAnswers.Said alias(String path, Json.Obj body) {
        Bucket bucket = buckets.get(body.word("bucketId"));
        String alias = body.word("globalAlias");
        Optional<Bucket> other = named(alias);
        if (bucket == null) {
            return noBucket(body.word("bucketId"));
        }
        if (other.isPresent() && other.get() != bucket) {
            return bad(
                    path,
                    "Alias %s already exists and points to different bucket: %s"
                            .formatted(alias, other.get().id.substring(0, 16)));
        }
        if (other.isEmpty()) {
            bucket.aliases.add(alias);
        }
        return ok(info(bucket));
    }

    private SimulatedAnswers.Said unalias(String path, Json.Obj body) {
        Bucket bucket = buckets.get(body.word("bucketId"));
        String alias = body.word("globalAlias");
        if (bucket == null || !bucket.aliases.contains(alias)) {
            return noBucket(alias);
        }
        if (bucket.aliases.size() + bucket.local.size() < 2) {
            return bad(
                    path,
                    "Bucket %s doesn't have other aliases, please delete it instead of just"
                                    .formatted(alias)
                            + " unaliasing.");
        }
        bucket.aliases.remove(alias);
        return ok(info(bucket));
    }
}
