package org.ronron.plugin.linux;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ronron.api.FindingFact;
import org.ronron.api.Plain;
import org.ronron.api.Severity;

/**
 * A certificate that lies on the machine, as openssl tells its end and its subject.
 *
 * @param name of its subject; the path where it has none
 */
record Certificate(String path, String name, Instant end) {
    private static final Duration SOON = Duration.ofDays(14);
    private static final Duration NOW = Duration.ofDays(3);
    private static final Pattern LINE = Pattern.compile("([^|]{20})\\|(/[^|]+)\\|(.*)");
    private static final Pattern COMMON = Pattern.compile("CN ?= ?([^,/]{1,100})");

    /** The first to end first; one that lies at two places once. */
    static List<Certificate> of(Sections all) {
        Set<String> seen = new HashSet<>();
        return all.matching("certificates", LINE)
                .flatMap(m -> read(m).stream())
                .filter(one -> seen.add(one.name + one.end))
                .sorted(Comparator.comparing(Certificate::end))
                .toList();
    }

    private static Optional<Certificate> read(Matcher m) {
        String path = Facts.plain(m.group(2));
        Matcher common = COMMON.matcher(Facts.plain(m.group(3)));
        String name = common.find() ? common.group(1).strip() : path;
        return Plain.time(m.group(1)).map(end -> new Certificate(path, name, end));
    }

    /** Under 14 days before its end; under 3 days, or past it, nobody may wait. */
    Optional<FindingFact> finding(String node, Instant at) {
        boolean past = !end.isAfter(at);
        Severity severity = at.plus(NOW).isAfter(end) ? Severity.ERROR : Severity.WARN;
        String when = past ? end.toString() : end.toString().substring(0, 10);
        String[] told = {"name", name, "path", path, past ? "since" : "day", when};
        String kind = past ? "certificate-past" : "certificate-soon";
        return Optional.of(FindingFact.of(kind, severity, node, told))
                .filter(soon -> at.plus(SOON).isAfter(end));
    }
}
