package org.ronron.core.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ronron.api.BackupFact;
import org.ronron.api.Backups;
import org.ronron.api.FindingFact;
import org.ronron.api.JobFact;
import org.ronron.api.Observation;
import org.ronron.api.Severity;

/** What may be said of one series; what is listed proves nothing. */
final class Postures {
    private static final String KEY = "key";

    private Postures() {}

    static Backup backup(Heard by, BackupFact fact, boolean answers, Copies copies, Instant now) {
        String endpoint = by.row().id();
        Optional<Backup.Verified> verified = verified(fact, now);
        Backup told =
                new Backup(
                        endpoint,
                        by.row().name(),
                        by.row().type(),
                        by.answered().orElse(Instant.EPOCH),
                        fact,
                        Backup.Posture.PROTECTED,
                        copies.place(endpoint, fact),
                        copies.zone(endpoint, fact),
                        verified);
        return told.with(
                posture(told, broken(by, fact), answers, copies.only(endpoint, fact), now));
    }

    private static Backup.Posture posture(
            Backup told, boolean broken, boolean answers, boolean beside, Instant now) {
        if (broken) {
            return Backup.Posture.BROKEN;
        }
        if (!answers || told.fact().condition() == BackupFact.Condition.BUSY) {
            return Backup.Posture.UNKNOWN;
        }
        if (told.age(now) == Backup.Age.LATE) {
            return Backup.Posture.LATE;
        }
        if (beside) {
            return Backup.Posture.BESIDE;
        }
        boolean lately =
                told.verified().filter(v -> !v.at().isBefore(now.minus(Backup.LATELY))).isPresent();
        return lately && told.failedCheck().isEmpty()
                ? Backup.Posture.PROTECTED
                : Backup.Posture.NEVER_CHECKED;
    }

    /** It cannot be read, or its tool says that it is damaged. */
    private static boolean broken(Heard by, BackupFact fact) {
        return fact.condition() == BackupFact.Condition.UNREADABLE || accused(by, fact);
    }

    private static boolean accused(Heard by, BackupFact fact) {
        List<FindingFact> findings = by.last().map(Observation::findings).orElse(List.of());
        return findings.stream()
                .filter(f -> f.severity().compareTo(Severity.ERROR) >= 0)
                .anyMatch(
                        f ->
                                fact.key().equals(f.details().get(KEY))
                                        || fact.key().equals(f.subject()));
    }

    private static Stream<JobFact> looks(BackupFact fact, Predicate<JobFact> wanted) {
        return fact.jobs().stream()
                .filter(j -> j.key().equals(fact.key()) && j.ended().isPresent())
                .filter(wanted);
    }

    /** The closest look of late; else the last one. */
    private static Optional<Backup.Verified> verified(BackupFact fact, Instant now) {
        List<Backup.Verified> all =
                looks(fact, j -> j.state() == JobFact.State.DONE)
                        .flatMap(j -> look(j).stream())
                        .sorted(Comparator.comparing(Backup.Verified::at).reversed())
                        .toList();
        return all.stream()
                .filter(v -> !v.at().isBefore(now.minus(Backup.LATELY)))
                .max(
                        Comparator.comparing(Backup.Verified::level)
                                .thenComparing(Backup.Verified::at))
                .or(() -> all.stream().findFirst());
    }

    private static Optional<Backup.Verified> look(JobFact job) {
        Optional<Backup.Level> level =
                switch (job.verb()) {
                    case Backups.CHECK -> Optional.of(Backup.Level.CHECKED);
                    case Backups.CHECK_DATA -> Optional.of(Backup.Level.DATA_CHECKED);
                    case Backups.RESTORE -> Optional.of(Backup.Level.RESTORED);
                    default -> Optional.empty();
                };
        return level.map(
                l -> new Backup.Verified(l, job.point(), job.ended().orElseThrow(), job.said()));
    }
}
