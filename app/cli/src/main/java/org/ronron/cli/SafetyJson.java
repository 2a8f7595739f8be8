package org.ronron.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.ronron.api.BackupFact.Point;
import org.ronron.api.JobFact;
import org.ronron.api.Json;
import org.ronron.core.model.Backup;
import org.ronron.core.model.Safety;
import org.ronron.core.model.Uncovered;

/**
 * {@code backups[]} and {@code uncovered[]} of {@code status --json}. Moments are ISO 8601 in UTC,
 * ages in seconds; what is not known, or never was, is null. No secret is among it: {@code
 * encryption} says only who holds the key.
 */
final class SafetyJson {
    private SafetyJson() {}

    static Json.Arr backups(Safety safety, Instant now) {
        return Json.arr(safety.backups().stream().map(b -> backup(b, now)).toList());
    }

    static Json.Arr uncovered(Safety safety) {
        return Json.arr(safety.uncovered().stream().map(SafetyJson::uncovered).toList());
    }

    private static Json.Obj backup(Backup backup, Instant now) {
        return Json.obj()
                .with("endpoint", backup.endpointName())
                .with("type", backup.type())
                .with("key", backup.fact().key())
                .with("saves", backup.fact().saves())
                .with("place", backup.fact().place())
                .with("copy", word(backup.place()))
                .with("zone", backup.zone())
                .with("encryption", backup.fact().secret())
                .with("condition", word(backup.fact().condition()))
                .with("posture", word(backup.posture()))
                .with("seen", moment(backup.seen(), now))
                .with("points", backup.fact().points().size())
                .with("newest", orNull(backup.fact().newest().map(p -> point(p, now))))
                .with("wal", orNull(backup.fact().wal().map(at -> moment(at, now))))
                .with("since", orNull(backup.since().map(at -> moment(at, now))))
                .with("promised", backup.promise().toSeconds())
                .with("verified", orNull(backup.verified().map(v -> verified(v, now))))
                .with(
                        "running",
                        Json.arr(
                                backup.fact().jobs().stream()
                                        .filter(j -> j.state() == JobFact.State.RUNNING)
                                        .map(j -> job(j, now))
                                        .toList()));
    }

    private static Json.Obj point(Point point, Instant now) {
        return moment(point.at(), now)
                .with("key", point.key())
                .with("result", word(point.result()));
    }

    private static Json.Obj verified(Backup.Verified verified, Instant now) {
        return moment(verified.at(), now)
                .with("level", word(verified.level()))
                .with("point", verified.point())
                .with("said", verified.said());
    }

    private static Json.Obj job(JobFact job, Instant now) {
        return moment(job.begun(), now)
                .with("verb", job.verb())
                .with("point", job.point())
                .with("said", job.said());
    }

    private static Json.Obj moment(Instant at, Instant now) {
        return Json.obj()
                .with("at", at.toString())
                .with("age", Math.max(0, Duration.between(at, now).toSeconds()));
    }

    private static Json.Obj uncovered(Uncovered uncovered) {
        return Json.obj()
                .with("kind", word(uncovered.kind()))
                .with("what", uncovered.what())
                .with("spaces", uncovered.spaces());
    }

    private static Json orNull(Optional<Json.Obj> told) {
        return told.<Json>map(o -> o).orElse(Json.Null.NULL);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
