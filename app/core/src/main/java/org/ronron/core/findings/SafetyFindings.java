package org.ronron.core.findings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.ronron.api.JobFact;
import org.ronron.api.Severity;
import org.ronron.core.model.Backup;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Finding;
import org.ronron.core.model.Uncovered;

/**
 * What is amiss with how everything is saved. Series of one tool that are amiss in one way are
 * named together, the oldest first: it is one cause more often than not. What the tool finds
 * itself, and what a connection that is silent explains, is not said again.
 *
 * <p>The details {@code connection} and {@code key} are those of the oldest: what could be done
 * about it is done there first.
 */
final class SafetyFindings {
    private static final Pattern ANYTHING = Pattern.compile(".*");

    /** What tools call what holds their backups up. */
    private static final Pattern WHY_LATE =
            Pattern.compile("(backup|wal|archiver|waiting)-.*|too-few|partial|locked");

    private final Collective now;
    private final List<Finding> all = new ArrayList<>();

    private SafetyFindings(Collective now) {
        this.now = now;
    }

    static List<Finding> of(Collective now) {
        SafetyFindings of = new SafetyFindings(now);
        if (now.safety().unkept()) {
            of.found("no-backups", Severity.WARN, Map.of());
        }
        Map<String, List<Backup>> tools = new LinkedHashMap<>();
        for (Backup backup : now.safety().backups()) {
            tools.computeIfAbsent(backup.endpointId(), e -> new ArrayList<>()).add(backup);
        }
        tools.values().forEach(of::series);
        of.uncovered();
        return of.all;
    }

    private void series(List<Backup> tool) {
        List<Backup> broken = at(tool, Backup.Posture.BROKEN);
        broken.removeIf(b -> said(b) || silent(b));
        found("backup-unreadable", Severity.ERROR, broken);
        List<Backup> late = at(tool, Backup.Posture.LATE);
        late.removeIf(b -> said(b, WHY_LATE));
        List<Backup> none = sift(late, b -> b.since().isEmpty());
        none.removeIf(b -> b.running().isPresent());
        found("backup-none", Severity.ERROR, none);
        found("backup-late", Severity.ERROR, late);
        found("backup-beside", Severity.WARN, at(tool, Backup.Posture.BESIDE));
        List<Backup> never = at(tool, Backup.Posture.NEVER_CHECKED);
        List<Backup> failed = sift(never, b -> b.failedCheck().isPresent());
        failed.removeIf(this::said);
        found("backup-check-failed", Severity.WARN, failed);
        List<Backup> old = sift(never, b -> b.verified().isPresent());
        found("backup-check-old", Severity.WARN, old, b -> b.verified().map(Backup.Verified::at));
        found("backup-never-checked", Severity.WARN, never);
    }

    private static List<Backup> at(List<Backup> tool, Backup.Posture posture) {
        return new ArrayList<>(tool.stream().filter(b -> b.posture() == posture).toList());
    }

    /** Takes those out of a list of which this holds. */
    private static List<Backup> sift(List<Backup> from, Predicate<Backup> of) {
        List<Backup> taken = new ArrayList<>(from.stream().filter(of).toList());
        from.removeAll(taken);
        return taken;
    }

    /** Whether its tool itself says what is amiss with it. */
    private boolean said(Backup backup) {
        return said(backup, ANYTHING);
    }

    private boolean said(Backup backup, Pattern kind) {
        return now.findings().stream()
                .filter(f -> kind.matcher(f.kind()).matches())
                .filter(f -> f.type().equals(backup.type()) && f.severity() != Severity.INFO)
                .anyMatch(f -> backup.fact().key().equals(f.details().get("key")));
    }

    private boolean silent(Backup backup) {
        return now.endpoint(backup.endpointId())
                .filter(e -> e.state() == EndpointView.State.FINE)
                .isEmpty();
    }

    private void found(String kind, Severity severity, List<Backup> series) {
        found(kind, severity, series, Backup::since);
    }

    private void found(
            String kind,
            Severity severity,
            List<Backup> series,
            Function<Backup, Optional<Instant>> since) {
        List<Backup> oldest =
                series.stream()
                        .sorted(
                                Comparator.comparing(
                                                (Backup b) -> since.apply(b).orElse(Instant.EPOCH))
                                        .thenComparing(b -> b.fact().key()))
                        .toList();
        if (oldest.isEmpty()) {
            return;
        }
        Backup first = oldest.getFirst();
        Map<String, String> details = new HashMap<>();
        details.put("connection", first.endpointId());
        details.put("endpoint", first.endpointName());
        details.put("key", first.fact().key());
        details.put("names", Names.some(oldest.stream().map(b -> b.fact().key()).toList()));
        details.put("promise", first.promise().toString());
        details.put("place", first.zone().isEmpty() ? first.fact().place() : first.zone());
        details.put(
                "said",
                first.failedCheck().map(JobFact::said).filter(s -> !s.isBlank()).orElse("–"));
        since.apply(first).ifPresent(at -> details.put("since", at.toString()));
        all.add(new Finding(kind, "", severity, first.endpointName(), details));
    }

    private void uncovered() {
        uncovered("uncovered-machines", Severity.WARN, Uncovered.Kind.MACHINE);
        uncovered("uncovered-databases", Severity.ERROR, Uncovered.Kind.DATABASES);
        uncovered("uncovered-buckets", Severity.WARN, Uncovered.Kind.BUCKETS);
    }

    private void uncovered(String kind, Severity severity, Uncovered.Kind of) {
        List<Uncovered> missing =
                now.safety().uncovered().stream().filter(u -> u.kind() == of).toList();
        int spaces = missing.stream().mapToInt(Uncovered::spaces).sum();
        String names = Names.some(missing.stream().map(Uncovered::what).toList());
        if (!missing.isEmpty()) {
            found(kind, severity, Map.of("names", names, "spaces", Integer.toString(spaces)));
        }
    }

    private void found(String kind, Severity severity, Map<String, String> details) {
        all.add(new Finding(kind, "", severity, now.name(), details));
    }
}
