package org.ronron.core.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.LinkFact;
import org.ronron.api.Severity;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Finding;
import org.ronron.core.model.Space;

/**
 * Spaces on which two systems disagree: one holds their data or runs their application, and where
 * spaces are recorded nobody knows of them. Said only where there is such a record, it answers, and
 * knows of more spaces than not; one that Ronron made is known to us.
 */
final class SpaceFindings {
    private SpaceFindings() {}

    static Optional<Finding> of(Collective now) {
        List<String> unknown = new ArrayList<>();
        String source = "";
        int recorded = 0;
        for (Space space : now.spaces()) { // of very many, in each picture: no streams
            Optional<Space.Link> record = link(space, true);
            if (record.isPresent()) {
                recorded++;
                source = record.get().endpointId();
            } else if (space.blueprint().isEmpty() && link(space, false).isPresent()) {
                unknown.add(space.name());
            }
        }
        Optional<EndpointView> knows =
                now.endpoint(source).filter(e -> e.state() == EndpointView.State.FINE);
        return unknown.isEmpty() || knows.isEmpty() || unknown.size() > recorded
                ? Optional.empty()
                : Optional.of(found("unrecorded-spaces", knows.get(), unknown));
    }

    private static Optional<Space.Link> link(Space space, boolean record) {
        for (Space.Link link : space.links()) {
            LinkFact.Kind kind = link.fact().kind();
            boolean data = kind == LinkFact.Kind.DATABASE || kind == LinkFact.Kind.APP;
            if (record ? kind == LinkFact.Kind.RECORD : data) {
                return Optional.of(link);
            }
        }
        return Optional.empty();
    }

    private static Finding found(String kind, EndpointView source, List<String> unknown) {
        return new Finding(
                kind,
                "",
                Severity.WARN,
                source.name(),
                Map.of("endpoint", source.name(), "names", Names.some(unknown)));
    }
}
