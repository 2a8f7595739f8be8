package org.ronron.core.plan;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ronron.api.LinkFact;
import org.ronron.api.Session;
import org.ronron.api.Spaces;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.RequestRef;
import org.ronron.core.model.Space;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.Sessions;

/**
 * Which connection takes which role of a blueprint, and what each says of itself.
 *
 * @param endpoints by role; a role that is optional and has none is left out
 * @param facts by {@code <role>.<key>}
 */
record Bindings(Map<String, EndpointView> endpoints, Map<String, String> facts) {
    /** The role of where the request came from; only that very connection takes it. */
    static final String SOURCE = "source";

    /**
     * @param section whose steps are to be planned: only its roles have to be taken
     * @param options {@code on.<role>} names the endpoint, and no other is taken for one that is
     *     gone; without it the first by name is taken
     * @throws RefusedException {@code BLUEPRINT_NEEDS}, or what a connector refuses to open with
     */
    static Bindings of(
            Collective now,
            Blueprint blueprint,
            String section,
            Map<String, String> options,
            Optional<RequestRef> request,
            Sessions sessions)
            throws RefusedException {
        Map<String, EndpointView> endpoints = new LinkedHashMap<>();
        Map<String, String> facts = new TreeMap<>();
        for (Blueprint.Role role : blueprint.roles()) {
            Optional<EndpointView> endpoint = endpoint(now, role, options, request);
            if (endpoint.isPresent()) {
                endpoints.put(role.id(), endpoint.get());
                facts(role.id(), endpoint.get(), sessions, facts);
            } else if (!role.optional() && uses(blueprint, section, role.id())) {
                throw Wish.refused(
                        OwnError.BLUEPRINT_NEEDS, "blueprint", blueprint.id(), "type", role.type());
            }
        }
        return new Bindings(endpoints, facts);
    }

    private static boolean uses(Blueprint blueprint, String section, String role) {
        return blueprint.address().contains("${" + role + ".")
                || blueprint.section(section).stream().anyMatch(e -> e.role().equals(role));
    }

    private static Optional<EndpointView> endpoint(
            Collective now,
            Blueprint.Role role,
            Map<String, String> options,
            Optional<RequestRef> request) {
        List<EndpointView> able =
                now.endpoints().stream()
                        .filter(e -> e.type().equals(role.type()))
                        .sorted(Comparator.comparing(EndpointView::name))
                        .toList();
        String wished =
                role.id().equals(SOURCE)
                        ? request.map(RequestRef::endpointId)
                                .orElse(options.getOrDefault("on." + SOURCE, ""))
                        : options.getOrDefault("on." + role.id(), "");
        Optional<EndpointView> named = able.stream().filter(e -> e.id().equals(wished)).findFirst();
        boolean only = role.id().equals(SOURCE) || !wished.isEmpty();
        return only ? named : able.stream().findFirst();
    }

    private static void facts(
            String role, EndpointView endpoint, Sessions sessions, Map<String, String> into)
            throws RefusedException {
        try (Session session = sessions.reading(endpoint.id())) {
            session.capability(Spaces.class)
                    .ifPresent(s -> s.facts().forEach((k, v) -> into.put(role + "." + k, v)));
        }
    }

    /** What the parts of a space are called where they are, by {@code key.<kind>}. */
    static Map<String, String> keys(Space space) {
        Map<String, String> keys = new TreeMap<>();
        for (LinkFact.Kind kind : LinkFact.Kind.values()) {
            keys.put("key." + kind.name().toLowerCase(Locale.ROOT), "");
        }
        for (Space.Link link : space.links()) {
            String kind = link.fact().kind().name().toLowerCase(Locale.ROOT);
            keys.merge(
                    "key." + kind,
                    link.fact().key(),
                    (before, now) -> before.isEmpty() ? now : before);
            link.fact().details().forEach((k, v) -> keys.putIfAbsent(kind + "." + k, v));
        }
        String bucket = keys.getOrDefault("key.bucket", "");
        int dot = bucket.lastIndexOf('.');
        keys.put("made", dot < 0 ? "" : bucket.substring(dot + 1));
        return keys;
    }
}
