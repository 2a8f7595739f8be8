package org.ronron.core.findings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.CommonError;
import org.ronron.api.Severity;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Edits;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Finding;
import org.ronron.core.port.OwnError;

/** Puts findings in the order in which a person should meet them. */
public final class Findings {
    private static final Comparator<Finding> WORST_FIRST =
            Comparator.comparing(Finding::severity, Comparator.reverseOrder())
                    .thenComparing(Finding::subject)
                    .thenComparing(Finding::kind);

    private static final String DISK = "disk-full";
    private static final String MOUNT = "mount";

    private Findings() {}

    /** Worst first; one cause once. */
    public static List<Finding> inOrder(Collection<Finding> found) {
        List<Finding> all = found.stream().distinct().sorted(WORST_FIRST).toList();
        return all.stream().filter(f -> all.stream().noneMatch(o -> sameDisk(f, o))).toList();
    }

    /**
     * Whether the other names the disk that this one says is full: by the figure it is the same.
     */
    private static boolean sameDisk(Finding finding, Finding other) {
        return finding.kind().equals(DISK)
                && other.kind().equals(DISK)
                && finding.subject().equals(other.subject())
                && !finding.details().containsKey(MOUNT)
                && other.details().containsKey(MOUNT)
                && Math.abs(percent(finding) - percent(other)) <= 1;
    }

    /** Far from any figure where there is none. */
    private static int percent(Finding finding) {
        String told = finding.details().getOrDefault("percent", "");
        return told.matches("\\d{1,3}")
                ? Integer.parseInt(told)
                : finding.details().containsKey(MOUNT) ? 1_000 : -1_000;
    }

    /**
     * The collective with what Ronron itself finds of its connections and of what is saved, all in
     * order, and with what was accepted folded.
     *
     * @param more found elsewhere
     * @param edits of which those count that accept findings
     * @param today where the person is
     */
    public static Collective complete(
            Collective collective, Collection<Finding> more, Edits edits, LocalDate today) {
        List<Finding> all = new ArrayList<>(collective.findings());
        all.addAll(more);
        all.addAll(SafetyFindings.of(collective));
        SpaceFindings.of(collective).ifPresent(all::add);
        collective.endpoints().forEach(e -> of(e).ifPresent(all::add));
        collective.endpoints().stream()
                .filter(e -> e.login().excessive())
                .flatMap(e -> excessive(e).stream())
                .forEach(all::add);
        locked(collective.endpoints()).ifPresent(all::add);
        return Acceptance.fold(collective.withFindings(inOrder(all)), edits, today);
    }

    private static Optional<Finding> of(EndpointView endpoint) {
        return switch (endpoint.state()) {
            case FINE, NEVER_ASKED, LOCKED -> Optional.empty();
            case ASKING -> found("trust-question", Severity.WARN, endpoint);
            case STOPPED ->
                    coded(endpoint, CommonError.TRUST_CHANGED)
                            ? found("trust-changed", Severity.STOP, endpoint)
                            : found("login-refused", Severity.ERROR, endpoint);
            case SILENT -> silent(endpoint);
        };
    }

    /** One cause, said once for all that wait for it. */
    private static Optional<Finding> locked(Collection<EndpointView> endpoints) {
        List<String> waiting =
                endpoints.stream()
                        .filter(e -> e.state() == EndpointView.State.LOCKED)
                        .map(EndpointView::name)
                        .sorted()
                        .toList();
        String names = String.join(", ", waiting);
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Finding(
                                "vault-locked", "", Severity.WARN, "", Map.of("endpoints", names)));
    }

    private static Optional<Finding> silent(EndpointView endpoint) {
        if (coded(endpoint, OwnError.UNKNOWN_TYPE)) {
            return found("unknown-type", Severity.WARN, endpoint);
        }
        if (coded(endpoint, CommonError.SECRET_MISSING)) {
            return found("secret-missing", Severity.WARN, endpoint);
        }
        return endpoint.answered().isPresent()
                ? found("silent", Severity.ERROR, endpoint)
                : found("never-answered", Severity.ERROR, endpoint);
    }

    /** Who may do everything there may also break everything. */
    private static Optional<Finding> excessive(EndpointView endpoint) {
        String login = endpoint.login().name();
        return found("excessive-login", Severity.WARN, endpoint)
                .map(f -> f.with("login", login.isEmpty() ? endpoint.type() : login));
    }

    private static boolean coded(EndpointView endpoint, org.ronron.api.ErrorCode code) {
        return endpoint.fault().filter(f -> f.code().equals(code)).isPresent();
    }

    private static Optional<Finding> found(String kind, Severity severity, EndpointView endpoint) {
        Map<String, String> details = new HashMap<>();
        endpoint.fault().ifPresent(f -> details.putAll(f.details()));
        endpoint.fault().ifPresent(f -> details.put("error", f.code().id()));
        endpoint.answered().ifPresent(at -> details.put("since", at.toString()));
        details.put("endpoint", endpoint.name());
        details.put("address", endpoint.address());
        details.put("type", endpoint.type());
        return Optional.of(new Finding(kind, "", severity, endpoint.name(), details));
    }
}
