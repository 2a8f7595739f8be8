package org.ronron.lent;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.ronron.api.Login;

/**
 * What a policy allows whose actions are patterns, as S3's systems write them: {@code
 * s3:GetObject}, {@code s3:Get*}.
 */
public record Allowed(Collection<String> patterns) {
    /** With one of these a user can give itself all rights, or read and remove everything. */
    private static final Set<String> BOUNDLESS = Set.of("*", "admin:*", "s3:*");

    public Allowed {
        patterns = List.copyOf(patterns);
    }

    /**
     * @param needs rights by verb; empty where it is not told what a verb may
     */
    public Login login(String name, Map<String, List<String>> needs) {
        List<String> has =
                needs.values().stream().flatMap(List::stream).filter(this::covers).toList();
        return Login.of(name, has, "*", needs, patterns.stream().anyMatch(BOUNDLESS::contains));
    }

    private boolean covers(String right) {
        return patterns.stream()
                .map(pattern -> Pattern.quote(pattern).replace("*", "\\E.*\\Q"))
                .anyMatch(right::matches);
    }
}
