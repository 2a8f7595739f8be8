package org.ronron.core.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ronron.api.BackupFact;
import org.ronron.api.JobFact;
import org.ronron.api.Json;
import org.ronron.api.NoticeFact;

/**
 * Series of backups and notices as data; part of the shape of {@link ObservationJson}. Lengths of
 * time are milliseconds.
 */
final class BackupJson {
    private BackupJson() {}

    static Json.Obj backup(BackupFact b) {
        Json.Obj json =
                Json.obj()
                        .with("key", b.key())
                        .with("saves", b.saves())
                        .with(
                                "covers",
                                Json.arr(b.covers().stream().map(BackupJson::cover).toList()))
                        .with("place", b.place())
                        .with("secret", b.secret())
                        .with("condition", b.condition().name())
                        .with(
                                "points",
                                Json.arr(b.points().stream().map(BackupJson::point).toList()))
                        .with("jobs", Json.arr(b.jobs().stream().map(BackupJson::job).toList()));
        json = at(json, "wal", b.wal());
        return length(json, "promised", b.promised());
    }

    static BackupFact backup(Json.Obj json) {
        return new BackupFact(
                json.word("key"),
                json.word("saves"),
                json.objects("covers").stream().flatMap(c -> cover(c)).toList(),
                json.word("place"),
                json.word("secret"),
                ObservationJson.named(
                        BackupFact.Condition.class,
                        json.word("condition"),
                        BackupFact.Condition.UNREADABLE),
                json.objects("points").stream()
                        .limit(BackupFact.MOST)
                        .map(BackupJson::point)
                        .toList(),
                at(json, "wal"),
                length(json, "promised"),
                json.objects("jobs").stream().flatMap(j -> job(j)).toList());
    }

    private static Json.Obj cover(BackupFact.Cover c) {
        return Json.obj().with("kind", c.kind().name()).with("name", c.name());
    }

    /** None of a kind that a later version wrote: what is not understood covers nothing. */
    private static Stream<BackupFact.Cover> cover(Json.Obj json) {
        return Stream.of(BackupFact.Cover.Kind.values())
                .filter(kind -> kind.name().equals(json.word("kind")))
                .map(kind -> new BackupFact.Cover(kind, json.word("name")));
    }

    private static Json.Obj point(BackupFact.Point p) {
        Json.Obj json =
                Json.obj()
                        .with("key", p.key())
                        .with("at", p.at().toEpochMilli())
                        .with("result", p.result().name());
        json = length(json, "took", p.took());
        json = p.bytes().isPresent() ? json.with("bytes", p.bytes().getAsLong()) : json;
        return p.files().isPresent() ? json.with("files", p.files().getAsLong()) : json;
    }

    private static BackupFact.Point point(Json.Obj json) {
        return new BackupFact.Point(
                json.word("key"),
                at(json, "at").orElse(Instant.EPOCH),
                length(json, "took"),
                json.figure("bytes"),
                json.figure("files"),
                ObservationJson.named(
                        BackupFact.Result.class, json.word("result"), BackupFact.Result.FAILED));
    }

    private static Json.Obj job(JobFact j) {
        return at(
                Json.obj()
                        .with("receipt", j.receipt())
                        .with("verb", j.verb())
                        .with("key", j.key())
                        .with("point", j.point())
                        .with("begun", j.begun().toEpochMilli())
                        .with("state", j.state().name())
                        .with("said", j.said()),
                "ended",
                j.ended());
    }

    /** None of a state that a later version wrote: it would prove nothing. */
    private static Stream<JobFact> job(Json.Obj json) {
        return Stream.of(JobFact.State.values())
                .filter(state -> state.name().equals(json.word("state")))
                .map(
                        state ->
                                new JobFact(
                                        json.word("receipt"),
                                        json.word("verb"),
                                        json.word("key"),
                                        json.word("point"),
                                        at(json, "begun").orElse(Instant.EPOCH),
                                        at(json, "ended"),
                                        state,
                                        json.word("said")));
    }

    static Json.Obj notice(NoticeFact n) {
        return Json.obj()
                .with("id", n.id())
                .with("at", n.at().toEpochMilli())
                .with("from", n.from())
                .with("title", n.title())
                .with("text", n.text())
                .with("priority", n.priority());
    }

    static NoticeFact notice(Json.Obj json) {
        long priority = json.figure("priority").orElse(0);
        return new NoticeFact(
                json.word("id"),
                at(json, "at").orElse(Instant.EPOCH),
                json.word("from"),
                json.word("title"),
                json.word("text"),
                Math.clamp(priority, 0, 10));
    }

    private static Json.Obj at(Json.Obj json, String name, Optional<Instant> at) {
        return at.isPresent() ? json.with(name, at.get().toEpochMilli()) : json;
    }

    private static Optional<Instant> at(Json.Obj json, String name) {
        return json.number(name).map(Instant::ofEpochMilli);
    }

    private static Json.Obj length(Json.Obj json, String name, Optional<Duration> length) {
        return length.isPresent() ? json.with(name, length.get().toMillis()) : json;
    }

    private static Optional<Duration> length(Json.Obj json, String name) {
        return json.number(name).filter(n -> n >= 0).map(Duration::ofMillis);
    }

    static List<BackupFact> backups(Json.Obj json) {
        return json.objects("backups").stream().map(BackupJson::backup).toList();
    }

    static List<NoticeFact> notices(Json.Obj json) {
        return json.objects("notices").stream().map(BackupJson::notice).toList();
    }
}
