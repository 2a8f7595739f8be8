package org.ronron.layout.buckets;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Json;
import org.ronron.api.LinkFact;
import org.ronron.api.LinkFact.Health;
import org.ronron.api.Plain;

/**
 * A bucket as {@code GetBucketInfo} tells it, or that there is none.
 *
 * <p>It is ours when a key with our mark in its name has it under its own local name: that is said
 * in the very call that makes it. Exists is never taken for done.
 */
public record FoundBucket(Optional<Json.Obj> bucket) {
    /** Of the connector's texts, for the details of a part. */
    public static final Set<String> TEXTS =
            Set.of("link.usedBytes", "link.quotaBytes", "link.objects", "link.web", "link.keys");

    /** Why a wish is not done. */
    public enum Refusal {
        /** One of that name is there already. */
        THERE,
        /** It carries no mark of ours, and is left alone. */
        NOT_OURS,
        /** It has files, or uploads that are not finished. */
        HOLDS_DATA
    }

    /** As it is told; empty for none. */
    public Json.Obj told() {
        return bucket.orElse(Json.obj());
    }

    private boolean none() {
        return bucket.isEmpty();
    }

    private boolean ours(BucketWish wish) {
        return told().objects("keys").stream()
                .filter(key -> key.word("name").startsWith(wish.ours()))
                .anyMatch(key -> key.texts("bucketLocalAliases").contains(wish.text("alias")));
    }

    private boolean holdsData() {
        return told().number("objects").orElse(1L) > 0
                || told().number("unfinishedUploads").orElse(1L) > 0;
    }

    /** What stands in the way; a second making is refused as well. */
    public Optional<Refusal> refusal(BucketWish wish) {
        if (none()) {
            return Optional.empty();
        }
        return switch (wish.verb()) {
            case CREATE -> Optional.of(Refusal.THERE);
            case LINK -> Optional.of(Refusal.THERE).filter(there -> !ours(wish));
            case UNLINK -> Optional.of(Refusal.NOT_OURS).filter(other -> !ours(wish));
            case REMOVE ->
                    ours(wish)
                            ? Optional.of(Refusal.HOLDS_DATA).filter(full -> holdsData())
                            : Optional.of(Refusal.NOT_OURS);
            default -> Optional.empty();
        };
    }

    /** Whether nothing is left to do of a wish that is not refused. */
    public boolean idle(BucketWish wish) {
        return switch (wish.verb()) {
            case REMOVE, UNLINK -> none();
            case LINK -> !none();
            default -> false;
        };
    }

    /** Whether the wish is done. */
    public Verdict verdict(BucketWish wish) {
        return switch (wish.verb()) {
            case CREATE, LINK -> of(ours(wish), none());
            case REMOVE, UNLINK -> of(none(), ours(wish));
            case WEB -> of(!none() && web() == wish.on(), true);
            case QUOTA -> of(!none() && quotas().at("maxSize").equals(wish.bytes()), true);
            default -> of(allowed(wish), true);
        };
    }

    static Verdict of(boolean done, boolean canBe) {
        return done ? Verdict.DONE : canBe ? Verdict.NOT_DONE : Verdict.NOT_OURS;
    }

    private boolean web() {
        return told().bool("websiteAccess").orElse(false);
    }

    private Json.Obj quotas() {
        return told().object("quotas");
    }

    private boolean allowed(BucketWish wish) {
        List<String> wanted = List.of("read", "write", "owner");
        return told().objects("keys").stream()
                .filter(key -> key.word("name").equals(wish.keyName()))
                .map(key -> key.object("permissions"))
                .anyMatch(may -> wanted.stream().allMatch(w -> may.bool(w).orElse(false)));
    }

    /** In one line of figures, for evidence. */
    public String words() {
        return none()
                ? "absent"
                : "objects %d, bytes %d, quota %d, web %s"
                        .formatted(
                                told().number("objects").orElse(0L),
                                told().number("bytes").orElse(0L),
                                quotas().number("maxSize").orElse(0L),
                                web());
    }

    /**
     * As a part of a space.
     *
     * @param site whether people reach it by its name: then it is off without web access
     */
    public LinkFact link(String space, String alias, boolean site) {
        long used = told().number("bytes").orElse(0L);
        long quota = quotas().number("maxSize").orElse(0L);
        boolean tight = quota > 0 && used >= quota - quota / 10;
        String keys =
                told().objects("keys").stream()
                        .map(key -> Plain.word(key.word("name")))
                        .collect(Collectors.joining(", "));
        return LinkFact.of(
                LinkFact.Kind.BUCKET,
                space,
                alias,
                site && !web() ? Health.OFF : tight ? Health.ATTENTION : Health.FINE,
                "usedBytes",
                "" + used,
                "quotaBytes",
                "" + quota,
                "objects",
                "" + told().number("objects").orElse(0L),
                "web",
                web() ? "on" : "off",
                "keys",
                keys);
    }
}
