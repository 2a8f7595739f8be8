package org.ronron.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One series of backups, as the tool that keeps it tells it: a Borg repository, a server of Barman.
 * That something is listed says only that it was made.
 *
 * @param key the tool's own name for it: a repository, a server's name
 * @param saves what it saves, to show: directories, a database server's address
 * @param covers what of the collective it saves, by names that the topology knows
 * @param place name or address of the machine that holds the copy; empty when not told
 * @param secret who can open it: {@code repokey}, {@code keyfile}, {@code none} for a series that
 *     is not encrypted; empty when not told
 * @param condition whether it could be read
 * @param points newest first, at most {@value #MOST}
 * @param wal when the last change of the database arrived, where changes are kept between the
 *     points: that is the age of what could be lost
 * @param promised how old the newest point may be, as the tool's own configuration says
 * @param jobs what was begun there under a receipt, newest first
 */
public record BackupFact(
        String key,
        String saves,
        List<Cover> covers,
        String place,
        String secret,
        Condition condition,
        List<Point> points,
        Optional<Instant> wal,
        Optional<Duration> promised,
        List<JobFact> jobs) {
    /** More points than these are not told. */
    public static final int MOST = 400;

    /** Whether it can be read now. */
    public enum Condition {
        READABLE,
        /** Somebody else works there: what is shown is as old as it says. */
        BUSY,
        /** It could not be read; a finding says why. */
        UNREADABLE
    }

    /** What of the collective is saved. */
    public record Cover(Kind kind, String name) {
        /** By what it is known. */
        public enum Kind {
            /** Files of a machine, by its name or address. */
            MACHINE,
            /** A database server, by {@code host:port}. */
            DATABASES,
            /** A store of buckets, by its address. */
            BUCKETS
        }
    }

    /** How a point ended. */
    public enum Result {
        DONE,
        /** It is there, and something was left out: somebody should read its log. */
        WARNINGS,
        /** It was cut off: what is there cannot be relied upon. */
        CUT,
        FAILED,
        RUNNING
    }

    /**
     * A recovery point.
     *
     * @param key the tool's own name for it
     * @param at when it was complete, or begun where it never was
     * @param bytes of what it holds, before any sparing
     */
    public record Point(
            String key,
            Instant at,
            Optional<Duration> took,
            OptionalLong bytes,
            OptionalLong files,
            Result result) {}

    public BackupFact {
        covers = List.copyOf(covers);
        points = List.copyOf(points);
        jobs = List.copyOf(jobs);
    }

    /** The newest that can be relied upon to have been made. */
    public Optional<Point> newest() {
        return points.stream()
                .filter(p -> p.result() == Result.DONE || p.result() == Result.WARNINGS)
                .findFirst();
    }
}
