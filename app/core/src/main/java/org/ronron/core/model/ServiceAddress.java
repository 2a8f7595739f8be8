package org.ronron.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ronron.core.port.Workspace;

/**
 * Where a service is reached: {@code host}, {@code host:port}, {@code [2001:db8::1]:5432} or a URL.
 *
 * @param host in lower case, without brackets
 * @param port empty when not told
 */
record ServiceAddress(String host, Optional<String> port) {
    private static final Pattern FORM =
            Pattern.compile(
                    "(?:[a-z][a-z0-9+.-]*://)?(?:[^@/]*@)?(\\[[^\\]]+\\]|[^:/]+)(?::(\\d{1,5}))?(?:/.*)?");

    static Optional<ServiceAddress> of(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        if (lower.indexOf(':') != lower.lastIndexOf(':') && Addresses.isAddress(lower)) {
            return Optional.of(new ServiceAddress(lower, Optional.empty()));
        }
        Matcher matched = FORM.matcher(lower);
        return matched.matches()
                ? Optional.of(
                        new ServiceAddress(
                                matched.group(1).replaceAll("[\\[\\]]", ""),
                                Optional.ofNullable(matched.group(2))))
                : Optional.empty();
    }

    /** Those that a connection's settings name: as we reach it, and as the spaces do. */
    static List<ServiceAddress> of(Workspace.EndpointRow row) {
        List<ServiceAddress> all = new ArrayList<>();
        Map<String, String> settings = row.settings();
        of(settings.getOrDefault("url", "")).ifPresent(all::add);
        named(settings, "host", "port").ifPresent(all::add);
        of(settings.getOrDefault("insideUrl", "")).ifPresent(all::add);
        named(settings, "insideHost", "insidePort").ifPresent(all::add);
        return all;
    }

    private static Optional<ServiceAddress> named(
            Map<String, String> settings, String host, String port) {
        Optional<String> told =
                Optional.of(settings.getOrDefault(port, "")).filter(p -> !p.isEmpty());
        return of(settings.getOrDefault(host, "")).map(a -> new ServiceAddress(a.host(), told));
    }

    /** Whether both may be one service, as far as the ports tell. */
    boolean ports(ServiceAddress other) {
        return port.isEmpty() || other.port.isEmpty() || port.equals(other.port);
    }
}
