package org.ronron.ui.pages.backups;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.ronron.api.BackupFact;
import org.ronron.api.BackupFact.Point;
import org.ronron.api.JobFact;
import org.ronron.core.model.Backup;
import org.ronron.core.model.Uncovered;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.DayWords;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.Ui;

/** What is said of a line, in the reader's language; nothing listed is ever called verified. */
final class BackupWords {
    /** A state as a shape and a word. */
    record Said(Mark mark, String word) {}

    private static final String NOTHING = "—";

    private final Ui ui;
    private final Texts texts;
    private final DayWords days;

    BackupWords(Ui ui) {
        this.ui = ui;
        this.texts = ui.texts();
        this.days = new DayWords(texts, ui.zone());
    }

    private Instant now() {
        return ui.clock().instant();
    }

    Said state(BackupLine line) {
        return line.backup()
                .map(this::state)
                .orElseGet(() -> new Said(Mark.WRONG, texts.get("backups.state.uncovered")));
    }

    private Said state(Backup backup) {
        String key = "backups.state." + said(backup);
        return switch (backup.posture()) {
            case PROTECTED -> new Said(Mark.FINE, texts.get(key));
            case NEVER_CHECKED, BESIDE -> new Said(Mark.ATTENTION, texts.get(key));
            case UNKNOWN -> new Said(Mark.UNKNOWN, texts.get(key));
            case BROKEN -> new Said(Mark.WRONG, texts.get(key));
            case LATE ->
                    new Said(
                            Mark.WRONG,
                            late(backup)
                                    .map(
                                            by ->
                                                    texts.get(
                                                            "backups.state.lateBy",
                                                            "time",
                                                            length(by)))
                                    .orElseGet(() -> texts.get(key)));
        };
    }

    /** By how long it is older than was promised: what would be lost, else the newest point. */
    private Optional<Duration> late(Backup backup) {
        Optional<Duration> loss = over(backup.since(), backup.promise());
        Optional<Instant> point = backup.fact().newest().map(Point::at);
        return loss.or(() -> over(point, backup.fact().promised().orElse(backup.promise())));
    }

    private Optional<Duration> over(Optional<Instant> since, Duration promise) {
        return since.map(at -> Duration.between(at, now()).minus(promise))
                .filter(Duration::isPositive);
    }

    /** Its key: some that may be said for two reasons have two words. */
    private static String said(Backup backup) {
        String posture = lower(backup.posture());
        return switch (backup.posture()) {
            case UNKNOWN ->
                    backup.fact().condition() == BackupFact.Condition.BUSY ? "busy" : posture;
            case NEVER_CHECKED -> backup.verified().isPresent() ? "long_ago" : posture;
            case PROTECTED, BESIDE, LATE, BROKEN -> posture;
        };
    }

    /** One sentence on what the state means. */
    String why(BackupLine line) {
        if (line.uncovered().isPresent()) {
            return texts.get("backups.why.uncovered." + lower(line.uncovered().get().kind()));
        }
        Backup backup = line.backup().orElseThrow();
        boolean anywhere =
                backup.posture() == Backup.Posture.PROTECTED
                        && backup.place() == Backup.Place.UNKNOWN;
        return texts.get("backups.why." + (anywhere ? "somewhere" : said(backup)));
    }

    /** What of it is not saved. */
    String kind(Uncovered uncovered) {
        return texts.get("backups.uncovered." + lower(uncovered.kind()));
    }

    /** The tool, by its connector's name. */
    String with(BackupLine line) {
        return line.backup()
                .map(b -> texts.find(b.type(), "connector.name").orElse(b.type()))
                .orElse(NOTHING);
    }

    /** How old the last good point is; where changes are kept between points, their age too. */
    String good(BackupLine line) {
        Optional<Backup> backup = line.backup();
        if (backup.isEmpty()) {
            int spaces = line.uncovered().map(Uncovered::spaces).orElse(0);
            String never = texts.get("backups.never");
            return spaces == 0 ? never : never + " · " + texts.count("backups.spaces", spaces);
        }
        BackupFact fact = backup.get().fact();
        String age =
                fact.newest()
                        .map(p -> texts.figures().age(p.at(), now()))
                        .orElseGet(() -> texts.get("backups.never"));
        if (backup.get().running().isPresent()) {
            return age + " · " + texts.get("backups.running");
        }
        return fact.wal()
                .filter(at -> fact.newest().isPresent())
                .map(at -> texts.get("backups.good.wal", "age", age, "wal", since(at)))
                .orElse(age);
    }

    String since(Instant at) {
        return length(Duration.between(at, now()));
    }

    private String length(Duration time) {
        return texts.figures().length(time);
    }

    /** When somebody last looked, and how closely. */
    String checked(BackupLine line) {
        return line.backup().isEmpty()
                ? NOTHING
                : line.backup()
                        .flatMap(Backup::verified)
                        .map(
                                v ->
                                        texts.get(
                                                "backups.looked." + lower(v.level()),
                                                "day",
                                                days.past(v.at(), now())))
                        .orElseGet(() -> texts.get("backups.checked.never"));
    }

    /** Where the copy lies, seen from what it saves. */
    String place(BackupLine line) {
        return line.backup()
                .map(b -> texts.get("backups.place." + lower(b.place())))
                .orElse(NOTHING);
    }

    /** The same with its machine and its zone. */
    String placeInFull(Backup backup) {
        String place = texts.get("backups.place." + lower(backup.place()));
        String on = backup.fact().place();
        String first =
                on.isEmpty() ? place : texts.get("backups.place.on", "place", place, "machine", on);
        return backup.zone().isEmpty()
                ? first
                : texts.get("backups.place.in", "place", first, "zone", backup.zone());
    }

    /** Who can open it. */
    String key(BackupFact fact) {
        return switch (fact.secret()) {
            case "repokey", "keyfile", "none" -> texts.get("backups.key." + fact.secret());
            default -> texts.get("backups.key.unknown");
        };
    }

    Days days(BackupLine line) {
        return line.backup().map(b -> Days.of(b, now(), ui.zone())).orElseGet(Days::none);
    }

    /** Whether there are days of which nothing is known. */
    boolean gaps(BackupLine line) {
        return line.backup().filter(b -> Days.gaps(b, now(), ui.zone())).isPresent();
    }

    /** Whether one may restore it. */
    static boolean restorable(Point point) {
        return point.result() == BackupFact.Result.DONE
                || point.result() == BackupFact.Result.WARNINGS;
    }

    Said result(Point point) {
        Mark mark =
                switch (point.result()) {
                    case DONE -> Mark.DONE;
                    case WARNINGS, CUT -> Mark.ATTENTION;
                    case FAILED -> Mark.WRONG;
                    case RUNNING -> Mark.BUSY;
                };
        return new Said(mark, texts.get("backups.result." + lower(point.result())));
    }

    String when(Instant at) {
        return texts.figures().dateTime(at, ui.zone());
    }

    Said job(JobFact job) {
        Mark mark =
                switch (job.state()) {
                    case RUNNING -> Mark.BUSY;
                    case DONE -> Mark.DONE;
                    case WARNINGS -> Mark.ATTENTION;
                    case FAILED -> Mark.WRONG;
                    case LOST -> Mark.UNKNOWN;
                };
        String what = texts.get("backups.job." + job.verb().replace("backup.", ""));
        String time =
                job.state() == JobFact.State.RUNNING
                        ? since(job.begun())
                        : days.past(job.ended().orElse(job.begun()), now());
        return new Said(
                mark,
                texts.get("backups.job.is." + lower(job.state()), "what", what, "time", time));
    }

    private static String lower(Enum<?> of) {
        return of.name().toLowerCase(Locale.ROOT);
    }
}
