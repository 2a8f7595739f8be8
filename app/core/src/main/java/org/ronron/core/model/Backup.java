package org.ronron.core.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.ronron.api.BackupFact;
import org.ronron.api.Backups;
import org.ronron.api.JobFact;

/**
 * A series of backups with what may safely be said of it.
 *
 * @param seen when its tool told it
 * @param zone where the copy lies; empty when not known
 * @param verified what was last looked at, and how closely; empty when never
 */
public record Backup(
        String endpointId,
        String endpointName,
        String type,
        Instant seen,
        BackupFact fact,
        Posture posture,
        Place place,
        String zone,
        Optional<Verified> verified) {
    /** How old the newest point may be where its tool promises nothing: a day, and two hours. */
    public static final Duration PROMISE = Duration.ofHours(26);

    /** A look older than this tells nothing any more. */
    public static final Duration LATELY = Duration.ofDays(90);

    private static final double LATE = 1.25;
    private static final Set<String> CHECKS = Set.of(Backups.CHECK, Backups.CHECK_DATA);

    /** How old it is, against what is promised. */
    public enum Age {
        IN_TIME,
        /** Older than promised, by less than a quarter. */
        DUE,
        LATE
    }

    /** What may be said of it; the worst that is true. */
    public enum Posture {
        /** New enough, not beside the data as far as is known, and looked at. */
        PROTECTED,
        /** New enough, and nobody looked lately whether it is sound. */
        NEVER_CHECKED,
        /** The only copy lies beside the data. */
        BESIDE,
        /** Its tool does not answer, or is at work: what is shown is as old as it says. */
        UNKNOWN,
        LATE,
        /** It cannot be relied upon. */
        BROKEN
    }

    /** Where the copy lies, seen from what it saves. */
    public enum Place {
        /** On the same machine or in the same zone. */
        BESIDE,
        ELSEWHERE,
        UNKNOWN
    }

    /**
     * Somebody looked.
     *
     * @param point the recovery point; empty when all was looked at
     * @param said what was compared, in the tool's words
     */
    public record Verified(Level level, String point, Instant at, String said) {}

    /** How closely. Only a point that was restored and compared is called verified. */
    public enum Level {
        CHECKED,
        DATA_CHECKED,
        RESTORED
    }

    /** The same, of which this may be said. */
    public Backup with(Posture other) {
        return new Backup(endpointId, endpointName, type, seen, fact, other, place, zone, verified);
    }

    /**
     * What changed since then would be lost; empty when there is no point to go back to. Changes
     * that are kept between the points count.
     */
    public Optional<Instant> since() {
        Optional<Instant> point = fact.newest().map(BackupFact.Point::at);
        return point.map(at -> fact.wal().filter(w -> w.isAfter(at)).orElse(at));
    }

    /**
     * How old that may be. What keeps the changes between the points has a promise for the points
     * that is longer than anybody would want to lose.
     */
    public Duration promise() {
        Duration told = fact.promised().orElse(PROMISE);
        return fact.wal().isPresent() && told.compareTo(PROMISE) > 0 ? PROMISE : told;
    }

    /** How old it is: the worst of what would be lost and of the newest point. */
    public Age age(Instant now) {
        if (since().isEmpty()) {
            return Age.LATE;
        }
        Age loss = age(since().get(), promise(), now);
        Age point = age(fact.newest().orElseThrow().at(), fact.promised().orElse(promise()), now);
        boolean both = fact.wal().isEmpty() || fact.promised().isPresent();
        return both && point.compareTo(loss) > 0 ? point : loss;
    }

    private static Age age(Instant at, Duration promise, Instant now) {
        double parts =
                (double) Duration.between(at, now).toSeconds() / Math.max(1, promise.toSeconds());
        return parts >= LATE ? Age.LATE : parts >= 1 ? Age.DUE : Age.IN_TIME;
    }

    /**
     * The check that was the last to end, if it failed: nobody knows any more whether the series is
     * sound. Where it found damage the tool has a finding of its own.
     */
    public Optional<JobFact> failedCheck() {
        return fact.jobs().stream()
                .filter(j -> j.key().equals(fact.key()) && j.ended().isPresent())
                .filter(j -> CHECKS.contains(j.verb()) && j.state() != JobFact.State.LOST)
                .max(Comparator.comparing(j -> j.ended().orElseThrow()))
                .filter(j -> j.state() == JobFact.State.FAILED);
    }

    /** What runs there now. */
    public Optional<JobFact> running() {
        return fact.jobs().stream().filter(j -> j.state() == JobFact.State.RUNNING).findFirst();
    }
}
