package org.ronron.practice.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.ronron.api.LinkFact;
import org.ronron.api.LinkFact.Health;
import org.ronron.api.LinkFact.Kind;
import org.ronron.api.Observation;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Edits;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Heard;
import org.ronron.core.model.Space;
import org.ronron.core.model.SpaceBook;
import org.ronron.core.model.Totals;
import org.ronron.core.port.Workspace;

/**
 * Any number of spaces, the same for the same seed, as five systems tell of them; joined by the
 * house's own book. About two in a hundred are not well.
 */
final class ManySpaces {
    private static final long SEED = 20_260_309;
    private static final Instant AT = Instant.parse("2026-03-09T20:00:00Z");
    private static final List<String> WHAT =
            List.of(
                    "AMAP",
                    "Radio",
                    "École",
                    "Chorale",
                    "Épicerie",
                    "Cyclo-club",
                    "Ciné-club",
                    "Foyer",
                    "Théâtre",
                    "Ludothèque",
                    "Fanfare",
                    "Jardin",
                    "Crèche",
                    "Compagnie");
    private static final List<String> WHERE =
            List.of(
                    "du Vallon",
                    "des Lilas",
                    "de la Côte",
                    "du Vieux Pont",
                    "de l’Étang",
                    "du Pré",
                    "de la Forêt",
                    "du Château",
                    "des Œillets",
                    "de la Gare",
                    "du Marché",
                    "d’En-Haut",
                    "des Mûriers");

    private final Map<String, List<LinkFact>> told = new LinkedHashMap<>();

    ManySpaces(int count) {
        for (String type : List.of("charon", "haproxy", "minio", "nextcloud", "postgresql")) {
            told.put(type, new ArrayList<>());
        }
        Random chance = new Random(SEED);
        for (int i = 0; i < count; i++) {
            String what = WHAT.get(chance.nextInt(WHAT.size()));
            String where = WHERE.get(chance.nextInt(WHERE.size()));
            add(i, what + " " + where, chance);
        }
    }

    private void add(int number, String organisation, Random chance) {
        String plain = organisation.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "-");
        String name = plain.replaceAll("^-|-$", "") + "-" + number;
        String address = name + ".frama.example";
        say("charon", Kind.RECORD, name, "r_" + number, chance, "organisation", organisation);
        say("haproxy", Kind.ROUTE, name, address, chance, "backend", "nextcloud");
        say("minio", Kind.BUCKET, name, name + ".a1b2c3", chance, "quotaBytes", "42949672960");
        say("nextcloud", Kind.APP, name, name, chance);
        say("nextcloud", Kind.RUNNER, name, name, chance);
        say("postgresql", Kind.DATABASE, name, name, chance, "owner", name);
    }

    private void say(
            String type, Kind kind, String space, String key, Random chance, String... details) {
        int luck = chance.nextInt(600);
        Health health = luck == 0 ? Health.WRONG : luck == 1 ? Health.ATTENTION : Health.FINE;
        told.getOrDefault(type, List.of()).add(LinkFact.of(kind, space, key, health, details));
    }

    /** What was heard of each system. */
    List<Heard> heard() {
        List<Heard> all = new ArrayList<>();
        told.forEach(
                (type, links) ->
                        all.add(
                                Heard.nothing(row(type))
                                        .said(Observation.of(AT, "1", "print").withLinks(links))));
        return all;
    }

    private static Workspace.EndpointRow row(String type) {
        return new Workspace.EndpointRow(type, "bench", type, type, Map.of(), Map.of(), 0);
    }

    /** As the desk does it with each new picture. */
    static List<Space> join(List<Heard> heard) {
        return new SpaceBook().spaces(heard, Edits.NONE);
    }

    /** A collective that has them. */
    Collective collective(List<Space> spaces) {
        return new Collective(
                        "bench",
                        "Bench",
                        "own",
                        List.of(),
                        List.of(),
                        List.of(),
                        told.keySet().stream().map(ManySpaces::endpoint).toList(),
                        List.of(),
                        List.of(),
                        Totals.UNKNOWN,
                        0,
                        Map.of())
                .with(spaces, List.of());
    }

    private static EndpointView endpoint(String type) {
        return new EndpointView(
                type,
                type,
                type,
                type + ".example",
                EndpointView.State.FINE,
                "1",
                "print",
                Optional.of(AT),
                Optional.empty(),
                Optional.empty());
    }
}
