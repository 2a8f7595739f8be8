package org.ronron.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ronron.core.port.CrashPoint;

/**
 * Whole copies of the database, {@code copies/ronron-2026-11-23T211500Z.db}: each is made by SQLite
 * itself, checked, flushed, and only then gets its name. Java never reads the live files: closing
 * one would drop the locks that SQLite holds on it.
 */
record Copies(Home home, InstantSource clock, CrashPoint crash) {
    private static final int DAILY = 7;
    private static final int WEEKLY = 4;

    /** What was erased from the database, a contact say, is gone from its copies after so long. */
    private static final int OLDEST_DAYS = 30;

    private static final String PREFIX = "ronron-";
    private static final String SUFFIX = ".db";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'", Locale.ROOT);

    /** A copy by the time in its name. */
    private record Copy(Path file, LocalDateTime at) {}

    /** Makes today's copy unless there is one; a clock that went back a little makes no second. */
    boolean makeIfDue() throws SQLException, IOException {
        LocalDate today = now().toLocalDate();
        boolean there =
                all().stream()
                        .map(copy -> copy.at().toLocalDate())
                        .anyMatch(day -> !day.isBefore(today) && !day.isAfter(today.plusDays(1)));
        if (there || !Files.exists(home.database())) {
            return false;
        }
        make();
        return true;
    }

    /** Makes a copy now and drops those that are too many. */
    Path make() throws SQLException, IOException {
        Path target = home.copies().resolve(PREFIX + stamp() + SUFFIX);
        Path part = home.copies().resolve(PREFIX + "unfinished");
        Files.deleteIfExists(part);
        try (Db source = Db.writing(home.database())) {
            source.run("PRAGMA busy_timeout = 10000");
            source.update("VACUUM INTO ?", part.toString());
        }
        Home.ownFile(part);
        if (!whole(part)) {
            throw new IOException("the copy is not whole: " + part);
        }
        Disk.flush(part);
        crash.at("store.copy.before-rename");
        Disk.rename(home.copies(), part, target);
        prune();
        return target;
    }

    /** The newest copy that passes SQLite's own check. */
    Optional<Path> newestGood() {
        try {
            return all().stream().map(Copy::file).filter(Copies::whole).findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    boolean none() throws IOException {
        return all().isEmpty();
    }

    private static boolean whole(Path copy) {
        try (Db db = Db.reading(copy)) {
            return db.one("PRAGMA application_id")
                            .orElse("")
                            .equals(Integer.toString(Settings.APPLICATION_ID))
                    && db.query("PRAGMA integrity_check", row -> row.getString(1))
                            .equals(List.of("ok"));
        } catch (SQLException damaged) {
            return false;
        }
    }

    private void prune() throws IOException {
        List<Copy> copies = all();
        Set<Path> kept = new HashSet<>();
        copies.stream().limit(DAILY).map(Copy::file).forEach(kept::add);
        Set<String> weeks = new HashSet<>();
        for (Copy copy : copies.subList(Math.min(DAILY, copies.size()), copies.size())) {
            if (weeks.size() < WEEKLY && weeks.add(week(copy.at()))) {
                kept.add(copy.file());
            }
        }
        LocalDateTime oldest = now().minusDays(OLDEST_DAYS);
        copies.stream()
                .skip(1)
                .filter(copy -> copy.at().isBefore(oldest))
                .forEach(copy -> kept.remove(copy.file()));
        for (Copy copy : copies) {
            if (!kept.contains(copy.file())) {
                Files.delete(copy.file());
            }
        }
    }

    private static String week(LocalDateTime at) {
        return at.get(IsoFields.WEEK_BASED_YEAR) + "-" + at.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    /** All copies, newest first. */
    private List<Copy> all() throws IOException {
        List<Copy> found = new ArrayList<>();
        if (!Files.isDirectory(home.copies())) {
            return found;
        }
        try (Stream<Path> files = Files.list(home.copies())) {
            files.forEach(file -> stamp(file).ifPresent(at -> found.add(new Copy(file, at))));
        }
        found.sort(Comparator.comparing(Copy::at).reversed());
        return found;
    }

    private static Optional<LocalDateTime> stamp(Path file) {
        String name = file.getFileName().toString();
        if (!name.startsWith(PREFIX) || !name.endsWith(SUFFIX)) {
            return Optional.empty();
        }
        try {
            String stamp = name.substring(PREFIX.length(), name.length() - SUFFIX.length());
            return Optional.of(LocalDateTime.parse(stamp, STAMP));
        } catch (DateTimeParseException another) {
            return Optional.empty();
        }
    }

    /** Now, as the names of files have it. */
    String stamp() {
        return STAMP.format(now());
    }

    private LocalDateTime now() {
        Instant now = clock.instant();
        return LocalDateTime.ofInstant(now, ZoneOffset.UTC);
    }
}
