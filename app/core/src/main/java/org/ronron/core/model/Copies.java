package org.ronron.core.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ronron.api.BackupFact;
import org.ronron.core.model.Backup.Place;

/** Where the copies of each thing lie, seen from where the thing itself is. */
final class Copies {
    private final Whereabouts where;

    /** Things of which there is a copy elsewhere. */
    private final Set<String> elsewhere = new HashSet<>();

    Copies(Whereabouts where) {
        this.where = where;
    }

    void add(String endpoint, BackupFact fact) {
        for (BackupFact.Cover cover : fact.covers()) {
            if (place(endpoint, fact, cover) == Place.ELSEWHERE) {
                elsewhere.add(thing(endpoint, cover));
            }
        }
    }

    /** Where a series lies: beside what it saves if it is beside any of it. */
    Place place(String endpoint, BackupFact fact) {
        List<Place> places = new ArrayList<>();
        fact.covers().forEach(c -> places.add(place(endpoint, fact, c)));
        if (places.contains(Place.BESIDE)) {
            return Place.BESIDE;
        }
        return places.isEmpty() || places.contains(Place.UNKNOWN) ? Place.UNKNOWN : Place.ELSEWHERE;
    }

    /** Whether it saves something beside it, of which no other series has a copy elsewhere. */
    boolean only(String endpoint, BackupFact fact) {
        return fact.covers().stream()
                .filter(c -> place(endpoint, fact, c) == Place.BESIDE)
                .anyMatch(c -> !elsewhere.contains(thing(endpoint, c)));
    }

    /** The zone in which a series lies; empty when not known. */
    String zone(String endpoint, BackupFact fact) {
        return where.machine(fact.place(), endpoint).map(Node::zone).orElse("");
    }

    private Place place(String endpoint, BackupFact fact, BackupFact.Cover cover) {
        Optional<Node> store = where.machine(fact.place(), endpoint);
        Optional<Node> thing = machine(endpoint, cover);
        if (store.isEmpty() || thing.isEmpty()) {
            return Place.UNKNOWN;
        }
        String here = thing.get().zone();
        String there = store.get().zone();
        if (body(store.get(), endpoint).equals(body(thing.get(), endpoint))
                || !here.isEmpty() && here.equals(there)) {
            return Place.BESIDE;
        }
        return here.isEmpty() || there.isEmpty() ? Place.UNKNOWN : Place.ELSEWHERE;
    }

    /** The machine that dies when it dies: the one that hosts it, where that is told. */
    private String body(Node node, String endpoint) {
        return node.presences().stream()
                .flatMap(p -> Optional.ofNullable(p.labels().get(NodeMaker.HOST)).stream())
                .flatMap(host -> where.machine(host, endpoint).stream())
                .findFirst()
                .orElse(node)
                .id();
    }

    private Optional<Node> machine(String endpoint, BackupFact.Cover cover) {
        return cover.kind() == BackupFact.Cover.Kind.MACHINE
                ? where.machine(cover.name(), endpoint)
                : ServiceAddress.of(cover.name()).flatMap(a -> where.machine(a.host(), endpoint));
    }

    /** One text for one thing, however it is named. */
    private String thing(String endpoint, BackupFact.Cover cover) {
        String port =
                cover.kind() == BackupFact.Cover.Kind.MACHINE
                        ? ""
                        : ServiceAddress.of(cover.name()).flatMap(ServiceAddress::port).orElse("");
        String what =
                machine(endpoint, cover)
                        .map(Node::id)
                        .orElseGet(() -> cover.name().toLowerCase(Locale.ROOT));
        return cover.kind() + " " + what + " " + port;
    }
}
