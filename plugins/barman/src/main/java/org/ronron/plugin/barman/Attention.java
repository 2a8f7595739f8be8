package org.ronron.plugin.barman;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ronron.api.BackupFact;
import org.ronron.api.BackupFact.Point;
import org.ronron.api.BackupFact.Result;
import org.ronron.api.Backups;
import org.ronron.api.FindingFact;
import org.ronron.api.JobFact;
import org.ronron.api.Severity;

/** What of Barman needs a person: one finding a cause. */
record Attention(Told told, BackupFact series, Instant now, List<FindingFact> found) {
    private static final int FULL = 90;
    private static final int NO_ROOM = 97;

    /** As long as Barman's cron, which runs each minute, may take to complete a backup. */
    private static final Duration WAITS = Duration.ofMinutes(15);

    private static final Pattern DAMAGED = Pattern.compile("damaged: ([0-9T]{15}): (.*)");

    /** Keys of Barman's own check: what is behind each. Those without one are {@code check}. */
    private static final Map<String, String> KINDS =
            Map.of(
                    "receive_wal_running", "wal-stopped",
                    "replication_slot", "wal-stopped",
                    "postgresql_streaming", "wal-stopped",
                    "wal_archive", "wal-none",
                    "wal_maximum_age", "wal-old",
                    "archiver_errors", "archiver-errors",
                    "minimum_redundancy_requirements", "too-few");

    /** Core tells of the age, and backups() of each that failed. */
    private static final Set<String> OTHERWISE = Set.of("backup_maximum_age", "failed_backups");

    /** What a database that cannot be reached makes red as well. */
    private static final Pattern FOLLOWS =
            Pattern.compile(
                    "postgresql.*|ssh.*|pg_.*|receive_wal_running|replication_slot|wal_.*"
                            + "|has_.*|superuser.*|systemid.*");

    static List<FindingFact> of(Told told, BackupFact series, Instant now) {
        Attention attention = new Attention(told, series, now, new ArrayList<>());
        attention.checks();
        attention.backups();
        attention.wals();
        attention.looks();
        return attention.found();
    }

    /** The disk that holds all backups. */
    static List<FindingFact> ofMachine(Told told) {
        Told.Fact home = told.first("home");
        long all = home.whole(1).orElse(0);
        long used = all == 0 ? 0 : 100 - home.whole(2).orElse(all) * 100 / all;
        if (used <= FULL) {
            return List.of();
        }
        Severity severity = used >= NO_ROOM ? Severity.ERROR : Severity.WARN;
        Map<String, String> details =
                Map.of("folder", home.word(0), "percent", Long.toString(used));
        return List.of(
                new FindingFact("disk-full", severity, told.first("machine").word(0), details));
    }

    /** Whether Barman cannot reach the database of this server. */
    static boolean unreachable(Told told, Told.Fact server) {
        return !server.word(6).isBlank()
                || told.of("check", server.word(0)).stream()
                        .anyMatch(c -> c.word(1).matches("postgresql|ssh"));
    }

    private void add(String kind, Severity severity, String... details) {
        Map<String, String> all =
                new HashMap<>(FindingFact.of(kind, severity, "", details).details());
        all.put("key", series.key());
        found.add(new FindingFact(kind, severity, series.key(), all));
    }

    private void checks() {
        Told.Fact server = told.server(series.key()).orElse(new Told.Fact(List.of()));
        boolean dead = unreachable(told, server);
        if (dead) {
            add("unreachable", Severity.ERROR, "address", series.saves(), "cause", server.word(6));
        }
        Set<String> said = new HashSet<>();
        for (Told.Fact check : told.of("check", series.key())) {
            String key = check.word(1);
            String kind = KINDS.getOrDefault(key, "check");
            boolean follows =
                    OTHERWISE.contains(key)
                            || dead && FOLLOWS.matcher(key).matches()
                            || dead && series.points().isEmpty() && !kind.equals("check");
            if (!follows && said.add(kind.equals("check") ? key : kind)) {
                Severity severity = kind.startsWith("wal") ? Severity.ERROR : Severity.WARN;
                add(kind, severity, "check", key.replace('_', ' '), "hint", check.word(2));
            }
        }
    }

    /** Names of backups begin with their time, so that they are in order. */
    private void backups() {
        String newest = series.newest().map(Point::key).orElse("");
        int before = 0;
        for (Point point : series.points()) {
            boolean newer = point.key().compareTo(newest) > 0;
            if (point.result() == Result.FAILED && newer && said("backup-failed")) {
                String why = row(point.key()).word(7);
                add("backup-failed", Severity.WARN, "point", point.key(), "error", why);
            } else if (point.result() == Result.CUT && said("backup-cut")) {
                Severity severity = newer ? Severity.WARN : Severity.INFO;
                add("backup-cut", severity, "point", point.key());
            } else if (row(point.key()).word(2).equals("WAITING_FOR_WALS")
                    && point.at().plus(WAITS).isBefore(now)) {
                add("waiting-for-wals", Severity.WARN, "point", point.key());
            }
            before += point.result() == Result.FAILED && !newer ? 1 : 0;
        }
        if (before > 0) {
            add("backup-failed-before", Severity.INFO, "count", Integer.toString(before));
        }
    }

    private boolean said(String kind) {
        return found.stream().noneMatch(finding -> finding.kind().equals(kind));
    }

    private Told.Fact row(String point) {
        return told.of("point", series.key()).stream()
                .filter(fact -> fact.word(1).equals(point))
                .findFirst()
                .orElse(new Told.Fact(List.of()));
    }

    /** Each hole ends all that could be restored of the time after it. */
    private void wals() {
        for (Told.Fact gap : told.of("hole", series.key()).stream().limit(5).toList()) {
            Severity how = gap.word(4).equals("newest") ? Severity.ERROR : Severity.WARN;
            add("wal-gap", how, "from", gap.word(1), "to", gap.word(2), "count", gap.word(3));
        }
    }

    /**
     * Damage stands until the backup is gone, or a later look read all of it and found none; it
     * weighs less where a newer one was read whole.
     */
    private void looks() {
        Set<String> told = new HashSet<>();
        String best = "";
        for (JobFact job : series.jobs()) {
            if (!job.verb().startsWith(Backups.CHECK) || job.ended().isEmpty()) {
                continue;
            }
            Matcher damaged = DAMAGED.matcher(job.said());
            String point =
                    series.points().stream()
                            .map(Point::key)
                            .filter(key -> !key.isEmpty() && job.said().contains(key))
                            .findFirst()
                            .orElse("");
            if (damaged.matches()) {
                if (!point.isEmpty() && told.add(point)) {
                    Severity how = best.compareTo(point) > 0 ? Severity.WARN : Severity.ERROR;
                    add("damaged", how, "point", point, "said", damaged.group(2));
                }
            } else if (job.said().startsWith("every file of ")) {
                told.add(point);
                best = best.compareTo(point) > 0 ? best : point;
            } else if (job.said().startsWith("not checked") && told.isEmpty() && told.add("")) {
                add("not-checked", Severity.WARN, "said", job.said());
            }
        }
    }
}
