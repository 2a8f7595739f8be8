package org.ronron.plugin.barman;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

    private static final String DONE_WHOLE = "every file of ";
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
                    "backup_maximum_age", "backup-old",
                    "minimum_redundancy_requirements", "too-few");

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
        found.add(FindingFact.of(kind, severity, series.key(), details));
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
                    key.equals("failed_backups")
                            || dead && FOLLOWS.matcher(key).matches()
                            || dead && series.points().isEmpty() && !kind.equals("check")
                            || kind.equals("backup-old") && series.newest().isEmpty();
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
                add("backup-failed", Severity.ERROR, "point", point.key(), "error", why);
            } else if (point.result() == Result.CUT && said("backup-cut")) {
                Severity severity = newer ? Severity.ERROR : Severity.WARN;
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

    /** Damage stands until the backup is gone, or a later look read all of it and found none. */
    private void looks() {
        Set<String> sound = new HashSet<>();
        boolean newest = true;
        for (JobFact job : series.jobs()) {
            if (!job.verb().equals(Backups.CHECK) || job.state() == JobFact.State.RUNNING) {
                continue;
            }
            Matcher damaged = DAMAGED.matcher(job.said());
            boolean listed = series.points().stream().anyMatch(p -> isIn(p, job.said()));
            if (job.state() == JobFact.State.FAILED && damaged.matches()) {
                if (listed && sound.add(damaged.group(1))) {
                    String what = damaged.group(2);
                    add("damaged", Severity.ERROR, "point", damaged.group(1), "said", what);
                }
            } else if (job.state() == JobFact.State.FAILED && newest) {
                add("not-checked", Severity.WARN, "said", job.said());
            } else if (job.said().startsWith(DONE_WHOLE)) {
                series.points().stream()
                        .filter(p -> isIn(p, job.said()))
                        .forEach(p -> sound.add(p.key()));
            }
            newest = false;
        }
    }

    private static boolean isIn(Point point, String said) {
        return !point.key().isEmpty() && said.contains(point.key());
    }
}
