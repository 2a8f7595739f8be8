package org.ronron.core.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.LinkFact;

/**
 * What one organisation was given, as its systems and our own records tell it.
 *
 * @param address by which people reach it; empty when no system tells
 * @param organisation empty when neither its source nor we know it
 * @param blueprint how it was made; empty when not by Ronron
 * @param options with which it was made or changed last
 * @param made when Ronron made it
 * @param links its parts, in the order of their kinds
 */
public record Space(
        String name,
        String address,
        String organisation,
        String blueprint,
        Map<String, String> options,
        Optional<Instant> made,
        List<Link> links) {
    /** A part with the connection that tells of it. */
    public record Link(String endpointId, String endpointName, String type, LinkFact fact) {}

    public Space {
        options = Map.copyOf(options);
        links = List.copyOf(links);
    }

    /** The parts of one kind. */
    public List<Link> of(LinkFact.Kind kind) {
        return links.stream().filter(l -> l.fact().kind() == kind).toList();
    }

    /** How it is as a whole: as its worst part, and off when the application is. */
    public LinkFact.Health health() {
        LinkFact.Health worst = LinkFact.Health.FINE;
        for (Link link : links) { // asked of each of very many at once: no streams
            LinkFact.Health health = link.fact().health();
            if (health == LinkFact.Health.OFF && link.fact().kind() == LinkFact.Kind.APP) {
                return LinkFact.Health.OFF;
            }
            worst = rank(health) > rank(worst) ? health : worst;
        }
        return links.isEmpty() ? LinkFact.Health.UNKNOWN : worst;
    }

    private static int rank(LinkFact.Health health) {
        return switch (health) {
            case FINE, OFF -> 0;
            case UNKNOWN -> 1;
            case ATTENTION -> 2;
            case WRONG -> 3;
        };
    }
}
