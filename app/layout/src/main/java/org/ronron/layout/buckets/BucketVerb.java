package org.ronron.layout.buckets;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ronron.api.StepClass;

/** Verbs of buckets and keys: class, the rights of a token that they need beside reading. */
public enum BucketVerb {
    KEY_CREATE("key.create", StepClass.PROBEABLE, "ImportKey"),
    KEY_REMOVE("key.remove", StepClass.IDEMPOTENT, "DeleteKey"),
    CREATE("bucket.create", StepClass.PROBEABLE, "CreateBucket"),
    REMOVE("bucket.remove", StepClass.IDEMPOTENT, "DeleteBucket"),
    ALLOW("bucket.allow", StepClass.IDEMPOTENT, "AllowBucketKey"),
    WEB("bucket.web", StepClass.IDEMPOTENT, "UpdateBucket"),
    QUOTA("bucket.quota", StepClass.IDEMPOTENT, "UpdateBucket"),
    UNLINK("bucket.unlink", StepClass.IDEMPOTENT, "RemoveBucketAlias"),
    LINK("bucket.link", StepClass.IDEMPOTENT, "AddBucketAlias");

    private final String id;
    private final StepClass stepClass;
    private final String call;

    BucketVerb(String id, StepClass stepClass, String call) {
        this.id = id;
        this.stepClass = stepClass;
        this.call = call;
    }

    /** As an action names it. */
    public String id() {
        return id;
    }

    /** What may be done with it after a crash. */
    public StepClass stepClass() {
        return stepClass;
    }

    /** The API's own name for the call that does it, and for the right to make it. */
    public String call() {
        return call;
    }

    /** Of an action's verb; empty for none of these. */
    public static Optional<BucketVerb> of(String id) {
        return Arrays.stream(values()).filter(verb -> verb.id.equals(id)).findFirst();
    }

    /** The right that each needs, by its id. */
    public static Map<String, List<String>> needs() {
        return Arrays.stream(values()).collect(Collectors.toMap(v -> v.id, v -> List.of(v.call)));
    }

    /** Whether it is of a key or names one. */
    public boolean ofKey() {
        return this == KEY_CREATE || this == KEY_REMOVE || this == CREATE || this == ALLOW;
    }

    /** The verb that takes it back; what was allowed goes with its key. */
    public Optional<BucketVerb> back() {
        return switch (this) {
            case KEY_CREATE -> Optional.of(KEY_REMOVE);
            case CREATE -> Optional.of(REMOVE);
            case UNLINK -> Optional.of(LINK);
            case LINK -> Optional.of(UNLINK);
            case WEB, QUOTA -> Optional.of(this);
            default -> Optional.empty();
        };
    }

    /** Whether it is of a key alone, and of no bucket. */
    public boolean onlyKey() {
        return this == KEY_CREATE || this == KEY_REMOVE;
    }

    /** Whether it is of a bucket that only our key knows by its name. */
    public boolean ofHidden() {
        return this == LINK;
    }

    /** Whether it makes what must not be there before. */
    public boolean makes() {
        return this == KEY_CREATE || this == CREATE;
    }
}
