package org.ronron.ui.pages.spaces;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Space;

/**
 * A part of a space with when it was seen last.
 *
 * @param stale whether its system has fallen silent since
 */
record Seen(Space.Link link, Optional<Instant> at, boolean stale) {
    /**
     * The parts by what was seen last: a close look stands in the place of all that the systems
     * which answered it had told before, for it leaves out what is not there any more.
     *
     * @param asked the types of systems that a look asks
     */
    static List<Seen> of(
            Space space, Optional<Looked> looked, Collective collective, Set<String> asked) {
        List<Seen> all = new ArrayList<>();
        for (Space.Link link : space.links()) {
            boolean answered =
                    looked.isPresent()
                            && asked.contains(link.type())
                            && !looked.get().missed(link.endpointName());
            if (!answered) {
                all.add(before(link, collective, looked));
            }
        }
        looked.ifPresent(
                look ->
                        look.links()
                                .forEach(l -> all.add(new Seen(l, Optional.of(look.at()), false))));
        all.sort(Comparator.comparing(s -> s.link().fact().kind()));
        return List.copyOf(all);
    }

    private static Seen before(Space.Link link, Collective collective, Optional<Looked> looked) {
        Optional<EndpointView> endpoint = collective.endpoint(link.endpointId());
        boolean silent = endpoint.filter(e -> e.state() == EndpointView.State.FINE).isEmpty();
        boolean missed = looked.filter(l -> l.missed(link.endpointName())).isPresent();
        return new Seen(link, endpoint.flatMap(EndpointView::answered), silent || missed);
    }
}
