package org.ronron.plugin.borg;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ronron.api.BackupFact;
import org.ronron.api.BackupFact.Point;
import org.ronron.api.BackupFact.Result;
import org.ronron.api.Backups;
import org.ronron.api.FindingFact;
import org.ronron.api.JobFact;
import org.ronron.api.JobFact.State;

/**
 * What came of the work on one repository. A script's last line of work that failed begins with the
 * kind of what went wrong, as {@code corrupt: …}.
 *
 * @param jobs the newest first
 */
record Jobs(List<JobFact> jobs) {
    /** Kinds that need no more than what was said. */
    private static final Set<String> ALONE = Set.of("corrupt", "disk-full", "passphrase");

    static Jobs of(List<JobFact> all, String key) {
        return new Jobs(
                all.stream()
                        .filter(job -> job.verb().startsWith("backup.") && job.key().equals(key))
                        .toList());
    }

    /** The newest of these verbs that has ended, if it went wrong. */
    private Optional<JobFact> failed(String... verbs) {
        return jobs.stream()
                .filter(job -> List.of(verbs).contains(job.verb()) && job.state() != State.RUNNING)
                .findFirst()
                .filter(Jobs::wentWrong);
    }

    /**
     * Whether it came to nothing. A check that could not look (locked, not reached) ends as a
     * warning, since a check that FAILED says that the repository cannot be relied upon.
     */
    static boolean wentWrong(JobFact job) {
        return job.state() == State.FAILED
                || job.state() == State.LOST
                || job.state() == State.WARNINGS && Kinds.isKind(kind(job));
    }

    private static String kind(JobFact job) {
        return job.said().replaceFirst(":.*", "");
    }

    /** Of a damage nothing is seen but by a check: it stands until a later one finds none. */
    Optional<FindingFact> check(String machine, String key) {
        return failed(Backups.CHECK, Backups.CHECK_DATA)
                .map(job -> finding(job, "check-failed", machine, key));
    }

    /** A backup that failed stands until one was made since, by whomever. */
    Optional<FindingFact> run(String machine, String key, List<Point> points) {
        return failed(Backups.RUN)
                .filter(
                        job ->
                                points.stream()
                                        .filter(p -> p.result() != Result.CUT)
                                        .noneMatch(p -> p.at().isAfter(job.begun())))
                .map(job -> finding(job, "backup-failed", machine, key));
    }

    private static FindingFact finding(JobFact job, String other, String machine, String key) {
        String kind = ALONE.contains(kind(job)) ? kind(job) : other;
        return Kinds.finding(kind, machine, key, "message=" + job.said());
    }

    /** What was made by work that ended with warnings has them. */
    Point judged(Point point) {
        boolean warned =
                jobs.stream()
                        .filter(job -> job.verb().equals(Backups.RUN))
                        .filter(job -> job.state() == State.WARNINGS)
                        .anyMatch(job -> during(job, point));
        return warned && point.result() == Result.DONE
                ? new Point(
                        point.key(),
                        point.at(),
                        point.took(),
                        point.bytes(),
                        point.files(),
                        BackupFact.Result.WARNINGS)
                : point;
    }

    private static boolean during(JobFact job, Point point) {
        return !point.at().isBefore(job.begun())
                && job.ended().filter(end -> !point.at().isAfter(end)).isPresent();
    }
}
