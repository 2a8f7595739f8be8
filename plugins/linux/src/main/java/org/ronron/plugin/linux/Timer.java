package org.ronron.plugin.linux;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ronron.api.FindingFact;
import org.ronron.api.Plain;
import org.ronron.api.Severity;

/**
 * What systemd starts by the clock, as the script tells it from {@code systemctl show} (systemd
 * 252).
 *
 * @param unit what it starts
 * @param state systemd's word, or {@code off}: switched on, and not waiting
 * @param since when it began to be so, ISO 8601
 * @param last when it last started its unit, ISO 8601; a dash for never since the machine started
 * @param calendar as systemd writes it out; empty for one that only counts from an event
 */
record Timer(String name, String unit, String state, String since, String last, String calendar) {
    private static final Pattern LINE =
            Pattern.compile("(\\S{1,99})\\.timer (\\S{1,120}) (\\S+) (\\S+) (\\S+) ?(.*)");

    /** Debian's own copy of its list of packages is no backup of anybody's data. */
    private static final Pattern BACKUP =
            Pattern.compile("(?!dpkg-db-).*(borg|barman|restic|kopia|rsnap|backup|sauvegarde).*");

    /** For a start that is spread at random, and a clock that is not exact. */
    private static final Duration LATE = Duration.ofHours(12);

    /** Backups first. */
    static List<Timer> of(Sections all) {
        return all.matching("timers", LINE)
                .map(Timer::read)
                .sorted(Comparator.comparing(Timer::backup).reversed().thenComparing(Timer::name))
                .limit(40)
                .toList();
    }

    private static Timer read(Matcher m) {
        String name = Facts.plain(m.group(1));
        String unit = Facts.plain(m.group(2));
        return new Timer(name, unit, m.group(3), m.group(4), m.group(5), m.group(6));
    }

    /** Its last start; empty for never, since the machine started. */
    Optional<Instant> started() {
        return Plain.time(last);
    }

    boolean backup() {
        return BACKUP.matcher(name).matches();
    }

    /** Of a backup that does not start when it should. */
    Optional<FindingFact> finding(String node, Instant at) {
        if (backup() && state.equals("off")) {
            return Optional.of(FindingFact.of("backup-off", Severity.WARN, node, "timer", name));
        }
        return started()
                .or(() -> Plain.time(since))
                .filter(then -> backup() && then.isBefore(at.minus(period()).minus(LATE)))
                .map(Instant::toString)
                .map(then -> new String[] {"timer", name, "unit", unit, "since", then})
                .map(told -> FindingFact.of("backup-late", Severity.WARN, node, told));
    }

    /** The longest that its calendar leaves between two starts; a month where it cannot be told. */
    private Duration period() {
        boolean weekly = calendar.matches("[A-Z].*");
        return Duration.ofDays(calendar.startsWith("*-*-* ") ? 1 : weekly ? 7 : 31);
    }
}
