package org.ronron.core.plan;

import java.util.Map;
import java.util.Optional;
import org.ronron.core.model.Finding;

/** What Ronron could do about a finding of its own. Pure. */
public final class Remedies {
    private Remedies() {}

    /** The change that would mend it, to be planned and reviewed; empty where there is none. */
    public static Optional<Change> of(Finding finding) {
        Map<String, String> details = finding.details();
        String connection = details.getOrDefault("connection", "");
        String key = details.getOrDefault("key", "");
        if (!finding.type().isEmpty() || connection.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        return switch (finding.kind()) {
            case "backup-late", "backup-none" -> Optional.of(new BackUp(connection, key));
            case "backup-never-checked", "backup-check-old", "backup-check-failed" ->
                    Optional.of(new CheckBackup(connection, key, "", false));
            default -> Optional.empty();
        };
    }
}
