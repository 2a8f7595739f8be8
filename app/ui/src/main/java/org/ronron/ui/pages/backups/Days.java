package org.ronron.ui.pages.backups;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ronron.api.BackupFact;
import org.ronron.api.BackupFact.Point;
import org.ronron.api.Backups;
import org.ronron.api.JobFact;
import org.ronron.core.model.Backup;

/**
 * The last fourteen days of a series, today the last of them. Immutable.
 *
 * @param days oldest first
 */
record Days(List<Day> days) {
    static final int COUNT = 14;

    /** What came of a day. */
    enum Day {
        MADE,
        /** And somebody looked at it on that day. */
        CHECKED,
        FAILED,
        NONE,
        /** Its tool has not told since, or told no further back. */
        NOT_KNOWN
    }

    Days {
        days = List.copyOf(days);
    }

    /** Of what nobody saves. */
    static Days none() {
        return new Days(Collections.nCopies(COUNT, Day.NONE));
    }

    /**
     * @param zone in which a day begins and ends
     */
    static Days of(Backup backup, Instant now, ZoneId zone) {
        BackupFact fact = backup.fact();
        Set<LocalDate> made = new HashSet<>();
        Set<LocalDate> failed = new HashSet<>();
        for (Point point : fact.points()) {
            switch (point.result()) {
                case DONE, WARNINGS -> made.add(day(point.at(), zone));
                case CUT, FAILED -> failed.add(day(point.at(), zone));
                case RUNNING -> {}
            }
        }
        Set<LocalDate> looked = new HashSet<>();
        backup.verified().ifPresent(v -> looked.add(day(v.at(), zone)));
        for (JobFact job : fact.jobs()) {
            boolean run = job.verb().equals(Backups.RUN);
            switch (job.state()) {
                case DONE -> (run ? made : looked).add(ended(job, zone));
                case WARNINGS -> {
                    if (run) {
                        made.add(ended(job, zone));
                    }
                }
                case FAILED, LOST -> {
                    if (run) {
                        failed.add(ended(job, zone));
                    }
                }
                case RUNNING -> {}
            }
        }
        LocalDate today = day(now, zone);
        LocalDate first = first(fact, zone).orElse(LocalDate.MIN);
        LocalDate last = silent(fact) ? LocalDate.MIN : day(backup.seen(), zone);
        List<Day> days = new ArrayList<>();
        for (int i = COUNT - 1; i >= 0; i--) {
            LocalDate day = today.minusDays(i);
            boolean told = !day.isBefore(first) && !day.isAfter(last);
            days.add(of(day, told, made, looked, failed));
        }
        return new Days(days);
    }

    private static Day of(
            LocalDate day,
            boolean told,
            Set<LocalDate> made,
            Set<LocalDate> looked,
            Set<LocalDate> failed) {
        if (made.contains(day)) {
            return looked.contains(day) ? Day.CHECKED : Day.MADE;
        }
        if (failed.contains(day)) {
            return Day.FAILED;
        }
        return told ? Day.NONE : Day.NOT_KNOWN;
    }

    /** It could not be read at all: that no point is listed says nothing. */
    private static boolean silent(BackupFact fact) {
        return fact.condition() == BackupFact.Condition.UNREADABLE && fact.points().isEmpty();
    }

    /** The first day that is told in full, where older points were left off. */
    private static Optional<LocalDate> first(BackupFact fact, ZoneId zone) {
        return fact.points().size() < BackupFact.MOST
                ? Optional.empty()
                : Optional.of(day(fact.points().getLast().at(), zone));
    }

    private static LocalDate ended(JobFact job, ZoneId zone) {
        return day(job.ended().orElse(job.begun()), zone);
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }

    /** Whether there may be days of which nothing is known; without going through the points. */
    static boolean gaps(Backup backup, Instant now, ZoneId zone) {
        return silent(backup.fact())
                || day(backup.seen(), zone).isBefore(day(now, zone))
                || first(backup.fact(), zone)
                        .filter(f -> f.isAfter(day(now, zone).minusDays(COUNT - 1)))
                        .isPresent();
    }

    int count(Day wanted) {
        return (int) days.stream().filter(d -> d == wanted).count();
    }
}
