package org.ronron.api;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who we are to a system, and what that allows, as the system itself says.
 *
 * @param name the account or the token's name; empty when the system does not tell
 * @param forbidden verbs of the connector's actions that this login may not do
 * @param excessive whether it may do far more than Ronron needs: a management token, root, a
 *     superuser
 */
public record Login(String name, Set<String> forbidden, boolean excessive) {
    /** A system that tells nothing of it. */
    public static final Login NOT_TOLD = new Login("", Set.of(), false);

    public Login {
        forbidden = Set.copyOf(forbidden);
    }

    /**
     * Of a login whose rights have names: a verb is forbidden when one that it needs is missing.
     *
     * @param every the name that stands for all rights
     * @param needs names of rights by verb
     */
    public static Login of(
            String name,
            Collection<String> rights,
            String every,
            Map<String, List<String>> needs,
            boolean excessive) {
        Set<String> forbidden = new HashSet<>();
        needs.forEach(
                (verb, wanted) -> {
                    if (!rights.contains(every) && !rights.containsAll(wanted)) {
                        forbidden.add(verb);
                    }
                });
        return new Login(name, forbidden, excessive);
    }
}
