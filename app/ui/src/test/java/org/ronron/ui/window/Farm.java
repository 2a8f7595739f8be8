package org.ronron.ui.window;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Action;
import org.ronron.api.CommonError;
import org.ronron.api.Fault;
import org.ronron.api.Json;
import org.ronron.api.LinkFact;
import org.ronron.api.LinkFact.Health;
import org.ronron.api.LinkFact.Kind;
import org.ronron.api.StepClass;
import org.ronron.core.desk.DeskState;
import org.ronron.core.desk.SpaceDesk;
import org.ronron.core.engine.OperationView;
import org.ronron.core.engine.StepState;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Space;
import org.ronron.core.model.Totals;
import org.ronron.core.plan.Change;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.Step;

/** Spaces of a farm: five systems that each hold a part of them. */
final class Farm {
    static final String AMAP = "amap-vallon";
    private static final Instant SPRING = Instant.parse("2026-03-09T10:00:00Z");
    private static final String[] KINDS = {
        "Amap", "Radio", "École", "Chorale", "Épicerie", "Cyclo-club", "Ciné-club", "Foyer"
    };
    private static final String[] PLACES = {
        "du Vallon",
        "des Lilas",
        "de la Côte",
        "du Vieux Pont",
        "Saint-Éloi",
        "de l’Étang",
        "du Pré"
    };

    private Farm() {}

    /** A few, of which some are not well. */
    static Collective few() {
        List<Space> spaces = new ArrayList<>();
        spaces.add(space(AMAP, "AMAP du Vallon", Health.FINE, Health.FINE));
        spaces.add(space("asso-cycliste", "Association cycliste du Pré", Health.FINE, Health.FINE));
        spaces.add(space("chorale-eloi", "Chorale Saint-Éloi", Health.FINE, Health.WRONG));
        spaces.add(
                space("cinema-itinerant", "Cinéma itinérant de la Côte", Health.FINE, Health.FINE));
        spaces.add(space("ecole-lilas", "École des Lilas", Health.OFF, Health.FINE));
        spaces.add(space("epicerie-pont", "Épicerie du Vieux Pont", Health.FINE, Health.FINE));
        spaces.add(space("pirouette", "Radio Pirouette", Health.ATTENTION, Health.FINE));
        spaces.add(space("potager-etang", "Potager de l’Étang", Health.FINE, Health.FINE));
        spaces.add(space("repair-cafe", "Repair Café du Quai", Health.FINE, Health.FINE));
        spaces.add(
                new Space(
                        "wiki-vieux",
                        "wiki-vieux.frama.example",
                        "",
                        "",
                        Map.of(),
                        Optional.empty(),
                        List.of(
                                link(
                                        "postgresql",
                                        Kind.DATABASE,
                                        "wiki-vieux",
                                        "wiki-vieux",
                                        Health.FINE))));
        return collective(spaces, EndpointView.State.FINE);
    }

    /** Very many, by name. */
    static Collective many(int count) {
        List<Space> spaces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String organisation =
                    KINDS[i % KINDS.length]
                            + " "
                            + PLACES[i / KINDS.length % PLACES.length]
                            + " "
                            + i;
            spaces.add(space("espace-%06d".formatted(i), organisation, Health.FINE, Health.FINE));
        }
        return collective(spaces, EndpointView.State.FINE);
    }

    /** The same with a database server that fell silent three hours ago. */
    static Collective silent(Collective of) {
        return collective(of.spaces(), EndpointView.State.SILENT);
    }

    /** The same with no connection and no space. */
    static Collective bare() {
        return with(List.of(), List.of());
    }

    static DeskState state(Collective collective, OperationView... operations) {
        DeskState of = States.of(collective, "fr", "light");
        return new DeskState(
                of.collective(),
                of.collectives(),
                of.staged(),
                List.of(operations),
                of.history(),
                of.questions(),
                of.vault(),
                of.preferences(),
                of.trouble(),
                of.refreshing(),
                of.at());
    }

    /** What a close look sees: two parts more; the front does not answer. */
    static SpaceDesk.Look look(String name) {
        List<Space.Link> links = new ArrayList<>();
        links.add(
                link(
                        "charon",
                        Kind.RECORD,
                        name,
                        "r_17",
                        Health.FINE,
                        "organisation",
                        "AMAP du Vallon"));
        links.add(link("nextcloud", Kind.APP, name, name, Health.FINE, "version", "31.0.7"));
        links.add(link("nextcloud", Kind.OFFICE, name, "collabora", Health.FINE));
        links.add(
                link(
                        "nextcloud",
                        Kind.RUNNER,
                        name,
                        name,
                        Health.FINE,
                        "ran",
                        "2026-11-23T21:01:00Z"));
        links.add(
                link(
                        "postgresql",
                        Kind.DATABASE,
                        name,
                        name,
                        Health.FINE,
                        "owner",
                        name,
                        "sizeBytes",
                        "220200960"));
        links.add(bucket(name));
        links.add(
                link(
                        "haproxy",
                        Kind.ROUTE,
                        name,
                        name + ".frama.example",
                        Health.FINE,
                        "backend",
                        "nextcloud"));
        links.add(
                link(
                        "haproxy",
                        Kind.CHECK,
                        name,
                        name + ".frama.example",
                        Health.FINE,
                        "found",
                        "200"));
        links.sort(Comparator.comparing(l -> l.fact().kind()));
        return new SpaceDesk.Look(links, List.of());
    }

    /** As {@link #look}, but for the front, which does not answer. */
    static SpaceDesk.Look without(String name, String type) {
        return new SpaceDesk.Look(
                look(name).links().stream().filter(l -> !l.type().equals(type)).toList(),
                List.of(
                        Fault.of(
                                CommonError.UNREACHABLE,
                                type + "-1",
                                "address",
                                type + "-1.example:22",
                                "cause",
                                "Connection refused")));
    }

    private static Plan plan(Change change) {
        Step step =
                new Step(
                        0,
                        List.of(),
                        Step.Kind.CALL,
                        StepClass.IDEMPOTENT,
                        "minio",
                        "action.test",
                        Map.of("name", "x"),
                        "minio-1",
                        Optional.of(new Action("minio", "bucket.quota", Json.obj())),
                        "PUT /minio/admin/v3/set-bucket-quota",
                        "",
                        Duration.ofSeconds(30),
                        "");
        return new Plan(
                "01JPLAN00000000000000SPACE",
                "farm",
                List.of(change),
                Map.of(),
                Map.of(),
                States.NOW,
                List.of(step),
                List.of(),
                Plan.CutOff.NOBODY,
                List.of(),
                Optional.empty());
    }

    static OperationView operation(Change change, OperationView.State state) {
        return new OperationView(
                "01JOPERATIONSPACE",
                plan(change),
                "",
                "Camille",
                States.NOW.minusSeconds(60),
                state,
                List.of(
                        new OperationView.StepView(
                                StepState.RUNNING,
                                Optional.empty(),
                                Optional.empty(),
                                "",
                                0,
                                0,
                                Optional.of(States.NOW.minusSeconds(50)),
                                Optional.empty(),
                                false)),
                Optional.empty(),
                List.of());
    }

    private static Space space(String name, String organisation, Health app, Health route) {
        String address = name + ".frama.example";
        return new Space(
                name,
                address,
                organisation,
                "nextcloud-farm",
                Map.of("quota", "42949672960", "office", "collabora", "mark", "a1b2c3"),
                Optional.of(SPRING),
                List.of(
                        link("charon", Kind.RECORD, name, "r_17", Health.FINE),
                        link("nextcloud", Kind.APP, name, name, app),
                        link("haproxy", Kind.ROUTE, name, address, route, "backend", "nextcloud"),
                        link("postgresql", Kind.DATABASE, name, name, Health.FINE, "owner", name),
                        bucket(name),
                        link("nextcloud", Kind.RUNNER, name, name, Health.FINE)));
    }

    private static Space.Link bucket(String name) {
        return link(
                "minio",
                Kind.BUCKET,
                name,
                name + ".a1b2c3",
                Health.FINE,
                "sizeBytes",
                "13314398618",
                "quotaBytes",
                "42949672960",
                "objects",
                "8214");
    }

    private static Space.Link link(
            String type, Kind kind, String space, String key, Health health, String... details) {
        return new Space.Link(
                type, type + "-1", type, LinkFact.of(kind, space, key, health, details));
    }

    private static Collective collective(List<Space> spaces, EndpointView.State database) {
        List<EndpointView> endpoints =
                FarmHolder.all().stream()
                        .map(c -> c.descriptor().id())
                        .map(
                                t ->
                                        endpoint(
                                                t,
                                                t.equals("postgresql")
                                                        ? database
                                                        : EndpointView.State.FINE))
                        .toList();
        return with(endpoints, spaces);
    }

    private static EndpointView endpoint(String type, EndpointView.State state) {
        boolean fine = state == EndpointView.State.FINE;
        return new EndpointView(
                type,
                type,
                type + "-1",
                type + "-1.example",
                state,
                "1",
                "print",
                Optional.of(fine ? States.NOW.minusSeconds(8) : States.NOW.minusSeconds(3 * 3600)),
                Optional.empty(),
                Optional.empty());
    }

    private static Collective with(List<EndpointView> endpoints, List<Space> spaces) {
        return new Collective(
                        "farm",
                        "La Ferme",
                        "own",
                        List.of(),
                        List.of(),
                        List.of(),
                        endpoints,
                        List.of(),
                        List.of(),
                        Totals.UNKNOWN,
                        0,
                        Map.of())
                .with(spaces, List.of());
    }
}
