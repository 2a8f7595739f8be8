package org.ronron.core.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.ronron.api.BackupFact;
import org.ronron.api.JobFact;

/** A series of backups, as the tests put it together. */
public record Series(BackupFact fact) {
    public Series(String key) {
        this(
                new BackupFact(
                        key,
                        "/srv",
                        List.of(),
                        "",
                        "",
                        BackupFact.Condition.READABLE,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
    }

    public Series covers(BackupFact.Cover.Kind kind, String name) {
        BackupFact.Cover more = new BackupFact.Cover(kind, name);
        return with(and(fact.covers(), more), fact.place(), fact.condition(), fact.points());
    }

    public Series at(String place) {
        return with(fact.covers(), place, fact.condition(), fact.points());
    }

    public Series condition(BackupFact.Condition condition) {
        return with(fact.covers(), fact.place(), condition, fact.points());
    }

    /** One point more, of this age. */
    public Series point(Duration age) {
        return point(age, BackupFact.Result.DONE);
    }

    public Series point(Duration age, BackupFact.Result result) {
        Instant at = Facts.NOW.minus(age);
        OptionalLong none = OptionalLong.empty();
        BackupFact.Point more =
                new BackupFact.Point("p" + at, at, Optional.empty(), none, none, result);
        return with(fact.covers(), fact.place(), fact.condition(), and(fact.points(), more));
    }

    /** One point, of this age, and no other. */
    public Series points(Duration age) {
        return with(fact.covers(), fact.place(), fact.condition(), List.of()).point(age);
    }

    public Series wal(Instant at) {
        return with(Optional.of(at), fact.promised(), fact.jobs());
    }

    public Series promised(Duration promise) {
        return with(fact.wal(), Optional.of(promise), fact.jobs());
    }

    public Series job(String verb, JobFact.State state, Instant at) {
        boolean runs = state == JobFact.State.RUNNING;
        JobFact more =
                new JobFact(
                        "r" + fact.jobs().size(),
                        verb,
                        fact.key(),
                        "",
                        at,
                        runs ? Optional.empty() : Optional.of(at),
                        state,
                        "said");
        return with(fact.wal(), fact.promised(), and(fact.jobs(), more));
    }

    private static <T> List<T> and(List<T> all, T more) {
        return Stream.concat(all.stream(), Stream.of(more)).toList();
    }

    private Series with(
            List<BackupFact.Cover> covers,
            String place,
            BackupFact.Condition condition,
            List<BackupFact.Point> points) {
        return new Series(
                new BackupFact(
                        fact.key(),
                        fact.saves(),
                        covers,
                        place,
                        fact.secret(),
                        condition,
                        points,
                        fact.wal(),
                        fact.promised(),
                        fact.jobs()));
    }

    private Series with(Optional<Instant> wal, Optional<Duration> promise, List<JobFact> jobs) {
        return new Series(
                new BackupFact(
                        fact.key(),
                        fact.saves(),
                        fact.covers(),
                        fact.place(),
                        fact.secret(),
                        fact.condition(),
                        fact.points(),
                        wal,
                        promise,
                        jobs));
    }
}
