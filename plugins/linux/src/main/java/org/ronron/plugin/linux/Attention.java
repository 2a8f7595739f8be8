package org.ronron.plugin.linux;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ronron.api.FindingFact;
import org.ronron.api.Plain;
import org.ronron.api.Severity;

/**
 * What on a machine needs a person.
 *
 * @param asked paths of certificates that somebody named
 */
record Attention(Sections all, String node, Instant at, List<String> asked) {
    private static final int FULL = 90;
    private static final int NO_ROOM = 97;

    /** apt looks for updates each day; after this long nobody does. */
    private static final Duration OLD = Duration.ofDays(30);

    private static final Pattern FAILED =
            Pattern.compile("[●* ]*([A-Za-z0-9:_.\\\\@-]{1,256}) (.* )?failed .*");

    List<FindingFact> of(List<Disk> disks) {
        List<FindingFact> found = new ArrayList<>();
        for (Disk disk : disks) {
            if (disk.percent() > FULL) {
                Severity severity = disk.percent() >= NO_ROOM ? Severity.ERROR : Severity.WARN;
                String percent = Integer.toString(disk.percent());
                found.add(told("disk-full", severity, "mount", disk.mount(), "percent", percent));
            }
        }
        List<Timer> timers = Timer.of(all);
        failedUnits(all).forEach(unit -> found.add(failed(unit, timers)));
        timers.forEach(timer -> timer.finding(node, at).ifPresent(found::add));
        List<Certificate> read = Certificate.of(all);
        read.stream().flatMap(c -> c.finding(node, at).stream()).limit(30).forEach(found::add);
        for (String path : asked) {
            if (all.of("certificates").stream().noneMatch(l -> l.contains("|" + path + "|"))) {
                found.add(told("certificate-unread", Severity.INFO, "path", Facts.plain(path)));
            }
        }
        String lines = String.join("\n", RootsContainers.missing(all));
        if (!lines.isEmpty()) {
            found.add(told("sudo-refused", Severity.INFO, "lines", lines));
        }
        String urgent = securityUpdates().orElse("");
        if (Facts.number(urgent, Integer.MAX_VALUE).orElse(0) > 0) {
            found.add(told("security-updates", Severity.WARN, "count", urgent));
        }
        notLookedSince()
                .map(then -> told("updates-old", Severity.WARN, "since", then.toString()))
                .ifPresent(found::add);
        if (all.has("reboot")) {
            found.add(told("reboot-required", Severity.WARN));
        }
        return found;
    }

    private FindingFact told(String kind, Severity severity, String... details) {
        return FindingFact.of(kind, severity, node, details);
    }

    /** One cause, one finding: what a timer starts is named with the timer. */
    private FindingFact failed(String unit, List<Timer> timers) {
        return timers.stream()
                .filter(timer -> timer.unit().equals(unit))
                .map(Timer::name)
                .map(by -> told("timer-failed", Severity.ERROR, "unit", unit, "timer", by))
                .findFirst()
                .orElseGet(() -> told("unit-failed", Severity.ERROR, "unit", unit));
    }

    /** How many wait; never 0 where nobody could tell or nobody looked. */
    Optional<String> securityUpdates() {
        String count = all.value("updates", "security").orElse("");
        boolean none = count.isEmpty() || count.equals("0") && notLookedSince().isPresent();
        return all.has("updates") ? Optional.of(none ? "not known" : count) : Optional.empty();
    }

    private Optional<Instant> notLookedSince() {
        return all.value("updates", "listed")
                .flatMap(day -> Plain.time(day + "T00:00:00Z"))
                .filter(then -> then.plus(OLD).isBefore(at));
    }

    /** First words of {@code systemctl list-units --failed --plain}; old ones put a dot before. */
    static List<String> failedUnits(Sections all) {
        return all.matching("units", FAILED).map(m -> m.group(1)).distinct().limit(50).toList();
    }
}
