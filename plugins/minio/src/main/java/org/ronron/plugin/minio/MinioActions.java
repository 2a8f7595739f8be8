package org.ronron.plugin.minio;

import static org.ronron.plugin.minio.Verb.DROP;
import static org.ronron.plugin.minio.Verb.EMPTY;
import static org.ronron.plugin.minio.Verb.MAKE;
import static org.ronron.plugin.minio.Verb.NO_USER;
import static org.ronron.plugin.minio.Verb.OFF;
import static org.ronron.plugin.minio.Verb.ON;
import static org.ronron.plugin.minio.Verb.QUOTA;
import static org.ronron.plugin.minio.Verb.RESTORE;
import static org.ronron.plugin.minio.Verb.SAVE;
import static org.ronron.plugin.minio.Verb.USER;

import io.minio.BucketExistsArgs;
import io.minio.MakeBucketArgs;
import io.minio.RemoveBucketArgs;
import io.minio.admin.QuotaUnit;
import io.minio.admin.UserInfo;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.Actions;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Evidence;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Json;
import org.ronron.api.MadeSecret;
import org.ronron.api.Progress;
import org.ronron.api.StepClass;
import org.ronron.lent.LentHttp;
import org.ronron.lent.S3Archive;
import org.ronron.lent.S3Archive.Place;

/**
 * The verbs of this connector. A bucket and its user carry the plan's mark as the end of their
 * name, so that what has the name is the plan's.
 */
record MinioActions(Minio minio, LentHttp http, Stored stored, S3Archive archive)
        implements Actions {
    /** A server that keeps quotas in coarser units than bytes may be off by less than this. */
    private static final long ROUNDING = 1 << 20;

    private static final long KIB = 1024;
    private static final Duration COPYING = Duration.ofHours(6);
    private static final Map<Verb, Verb> BACK =
            Map.of(MAKE, DROP, QUOTA, QUOTA, EMPTY, RESTORE, USER, NO_USER, OFF, ON, ON, OFF);

    @Override
    public ActionSpec describe(Action action) {
        Verb verb = Verb.of(action.verb());
        Wish wish = Wish.of(action.arguments());
        return new ActionSpec(
                verb == MAKE ? StepClass.PROBEABLE : StepClass.IDEMPOTENT,
                verb.typed(wish, archive.bucket()),
                verb.marked() ? wish.name(verb) : "",
                verb == SAVE || verb == RESTORE ? COPYING : Minio.DEADLINE);
    }

    @Override
    public Json.Obj perform(Action action, Progress progress) throws ConnectorException {
        Verb verb = Verb.of(action.verb());
        Wish wish = Wish.of(action.arguments());
        if (!minio.host().writable()) {
            throw minio.host().fault(CommonError.READ_ONLY, "call", verb.word());
        }
        wish.check(verb, minio.host());
        http.begin();
        String name = wish.name(verb);
        Place live = Place.of(name);
        return switch (verb) {
            case MAKE -> make(name);
            case DROP -> drop(name);
            case QUOTA -> quota(name, wish.bytes());
            case SAVE -> save(live, progress);
            case EMPTY -> stored.empty(live, archive, progress);
            case RESTORE -> archive.restore(live, progress);
            case USER -> user(wish, wish.secret().orElseThrow());
            case NO_USER -> noUser(name);
            case OFF -> minio.status(name, "disabled");
            case ON -> minio.status(name, "enabled");
        };
    }

    /** Answers the refusal's status when there is one of that name. */
    private int made(String name) throws ConnectorException {
        var bucket = MakeBucketArgs.builder().bucket(name).build();
        return http.run(() -> minio.s3().makeBucket(bucket), 409);
    }

    private Json.Obj make(String name) throws ConnectorException {
        if (made(name) != 0) {
            throw http.stopped(MinioError.NOT_OURS, "name", name);
        }
        return Json.obj();
    }

    private Json.Obj save(Place live, Progress progress) throws ConnectorException {
        made(archive.bucket());
        return archive.save(live, progress);
    }

    /** MinIO itself refuses one that holds anything, old versions too. */
    private Json.Obj drop(String name) throws ConnectorException {
        var bucket = RemoveBucketArgs.builder().bucket(name).build();
        if (http.run(() -> minio.s3().removeBucket(bucket), 404, 409) == 409) {
            throw http.stopped(MinioError.HOLDS_DATA, "name", name);
        }
        return Json.obj();
    }

    private Json.Obj quota(String name, long bytes) throws ConnectorException {
        long kib = (bytes + KIB - 1) / KIB;
        http.run(() -> minio.admin().setBucketQuota(name, kib, QuotaUnit.KB));
        long kept = http.ask(() -> minio.admin().getBucketQuota(name));
        if (Math.abs(kept - bytes) >= ROUNDING) {
            String[] told = {"name", name, "wanted", "" + bytes, "found", "" + kept};
            throw http.stopped(MinioError.QUOTA_DIFFERS, told);
        }
        return Json.obj().with("wanted", bytes).with("kept", kept);
    }

    /** The policy first: a user without one can do nothing, and one with it nothing else. */
    private Json.Obj user(Wish wish, MadeSecret secret) throws ConnectorException {
        String name = wish.user();
        String policy = Verb.RECIPES.getString("space").replace("{bucket}", wish.bucket());
        http.run(() -> minio.admin().addCannedPolicy(name, policy));
        // the string is the library's: it takes no other form of a secret
        String key = minio.host().made(secret, String::new);
        http.run(() -> minio.admin().addUser(name, UserInfo.Status.ENABLED, key, null, null));
        http.run(() -> minio.admin().setPolicy(name, false, name));
        return Json.obj();
    }

    private Json.Obj noUser(String name) throws ConnectorException {
        http.run(() -> minio.admin().deleteUser(name), 404);
        http.run(() -> minio.admin().removeCannedPolicy(name), 404);
        return Json.obj();
    }

    @Override
    public Evidence probe(Action action) throws ConnectorException {
        Verb verb = Verb.of(action.verb());
        Wish wish = Wish.of(action.arguments());
        wish.check(verb, minio.host());
        String name = wish.name(verb);
        Place live = Place.of(name);
        return switch (verb) {
            case MAKE, DROP -> bucket(verb, name);
            case QUOTA -> {
                long is = http.find(() -> minio.admin().getBucketQuota(name)).orElse(-ROUNDING);
                yield http.seen(Math.abs(is - wish.bytes()) < ROUNDING, "quota " + is);
            }
            case SAVE -> archive.compared(live, archive.of(live));
            case EMPTY -> http.seen(!stored.in(name), name);
            case RESTORE -> archive.compared(archive.of(live), live);
            case USER, NO_USER, OFF, ON -> user(verb, name);
        };
    }

    private Evidence bucket(Verb verb, String name) throws ConnectorException {
        var asked = BucketExistsArgs.builder().bucket(name).build();
        boolean there = http.find(() -> minio.s3().bucketExists(asked)).orElse(false);
        String found = name + (there ? " is there" : " is not there");
        return there && verb == MAKE && stored.in(name)
                ? minio.host().evidence(Verdict.NOT_OURS, found + ", with objects in it")
                : http.seen(there == (verb == MAKE), found);
    }

    private Evidence user(Verb verb, String name) throws ConnectorException {
        Optional<UserInfo> user = http.find(() -> minio.admin().getUserInfo(name));
        String status = user.map(u -> "" + u.status()).orElse("not there");
        String policy = user.map(u -> "" + u.policyName()).orElse("");
        boolean as =
                switch (verb) {
                    case USER -> status.equals("enabled") && policy.equals(name);
                    case NO_USER -> user.isEmpty();
                    case OFF -> status.equals("disabled");
                    default -> status.equals("enabled");
                };
        return http.seen(as, name + " " + status + " " + policy);
    }

    @Override
    public Optional<Action> inverse(Action action) {
        Json.Obj told = action.arguments();
        Verb verb = Verb.of(action.verb());
        boolean before = told.number("before").isPresent();
        Json.Obj back = told.with("bytes", told.at("before")).with("before", told.at("bytes"));
        return Optional.ofNullable(BACK.get(verb))
                .filter(inverse -> verb != QUOTA || before)
                .map(v -> new Action(action.endpointId(), v.word(), before ? back : told));
    }
}
