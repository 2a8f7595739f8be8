package org.ronron.ui.pages.spaces;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ronron.api.LinkFact.Kind;

/** The parts that an application has as a rule, and that nobody tells of here. */
final class Missing {
    private static final Set<Kind> OF_AN_APP =
            EnumSet.of(Kind.ROUTE, Kind.DATABASE, Kind.BUCKET, Kind.RUNNER);

    private Missing() {}

    /**
     * @param told the kinds that any system here tells of: what none can tell is not missing
     */
    static List<Kind> of(List<Seen> parts, Set<Kind> told) {
        Set<Kind> there = EnumSet.noneOf(Kind.class);
        parts.forEach(p -> there.add(p.link().fact().kind()));
        Set<Kind> missing = EnumSet.noneOf(Kind.class);
        if (there.contains(Kind.APP)) {
            missing.addAll(OF_AN_APP);
            missing.retainAll(told);
        }
        missing.add(Kind.BACKUP); // a space without a known backup is never passed over in silence
        missing.removeAll(there);
        return List.copyOf(missing);
    }
}
