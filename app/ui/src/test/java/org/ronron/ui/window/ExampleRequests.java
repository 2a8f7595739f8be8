package org.ronron.ui.window;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ronron.api.Json;
import org.ronron.api.LinkFact;
import org.ronron.api.Login;
import org.ronron.api.RequestFact;
import org.ronron.api.RequestFact.State;
import org.ronron.api.RequestFact.Word;
import org.ronron.core.model.Cluster;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Request;
import org.ronron.core.model.RequestRef;
import org.ronron.core.model.Space;
import org.ronron.core.model.Totals;

/** Invented organisations that ask an invented farm for spaces. */
public final class ExampleRequests {
    public static final Instant NOW = Instant.parse("2026-11-23T21:04:20Z");
    public static final String SOURCE = "endpoint-charon";

    private ExampleRequests() {}

    /** A farm with a connection of each kind that a space needs. */
    public static Collective farm(Request... requests) {
        return farm(connections("ronron"), List.of(requests));
    }

    public static Collective farm(List<EndpointView> connections, List<Request> requests) {
        Collective empty =
                new Collective(
                        "collective",
                        "La Ferme",
                        "own",
                        List.of(),
                        List.of(),
                        List.of(
                                new Cluster(
                                        "endpoint-minio",
                                        "minio",
                                        "minio-a",
                                        OptionalInt.empty(),
                                        true,
                                        false,
                                        Json.obj()
                                                .with("usable", 40_000_000_000_000L)
                                                .with("used", 26_590_000_000_000L))),
                        connections,
                        List.of(),
                        List.of(),
                        Totals.UNKNOWN,
                        0,
                        Map.of());
        return empty.with(
                List.of(space("amap-valon"), space("cafe-repare"), space("radio-libre")), requests);
    }

    public static List<EndpointView> connections(String maker) {
        return List.of(
                connection("charon", "charon", Map.of("maker", maker)),
                connection("haproxy", "haproxy-1", Map.of()),
                connection("mail", "courriel", Map.of()),
                connection("minio", "minio-a", Map.of()),
                connection("nextcloud", "web-1", Map.of()),
                connection("postgresql", "pg-1", Map.of()));
    }

    public static EndpointView connection(String type, String name, Map<String, String> settings) {
        return new EndpointView(
                "endpoint-" + (type.equals("charon") ? type : name.equals("minio-a") ? type : name),
                type,
                name,
                "https://" + name + ".example",
                EndpointView.State.FINE,
                "1.0",
                "print-" + name,
                Optional.of(NOW.minusSeconds(8)),
                Optional.empty(),
                Optional.empty(),
                settings,
                Map.of(),
                Login.NOT_TOLD);
    }

    private static Space space(String name) {
        return new Space(
                name,
                name + ".frama.example",
                "",
                "nextcloud-farm",
                Map.of(),
                Optional.empty(),
                List.of(
                        new Space.Link(
                                "endpoint-web-1",
                                "web-1",
                                "nextcloud",
                                LinkFact.of(LinkFact.Kind.APP, name, name, LinkFact.Health.FINE))));
    }

    /** Everything that an organisation can say of itself. */
    public static Request vallon() {
        RequestFact fact =
                new RequestFact(
                        "r_17",
                        "3",
                        State.PENDING,
                        "pending",
                        NOW.minus(Duration.ofDays(2)),
                        "AMAP du Vallon",
                        "association loi 1901",
                        "agriculture, alimentation",
                        OptionalInt.of(0),
                        OptionalLong.of(3500),
                        "Partager les plannings de distribution, les contrats et le calendrier"
                                + " des bénévoles. Aujourd’hui tout passe par des courriels.",
                        "amap-vallon",
                        "collabora",
                        OptionalInt.of(12),
                        Optional.empty(),
                        List.of(
                                new Word(
                                        "Sam",
                                        NOW.minus(Duration.ofDays(1)),
                                        "Vue samedi au marché, c’est bien eux.")));
        return new Request(new RequestRef(SOURCE, "r_17"), "charon", fact);
    }

    public static Request pirouette() {
        return request("r_18", State.PENDING, 3, "Radio Pirouette", "association", "pirouette");
    }

    public static Request syndicat() {
        return request("r_19", State.ASIDE, 5, "Sud Éducation 47", "syndicat", "sudeduc47");
    }

    public static Request arabic() {
        return request("r_20", State.PENDING, 6, "جمعية البستان", "association", "");
    }

    /** What somebody would send to break a page. */
    public static Request hostile() {
        String organisation = "Evil\u0000 <b>Corp</b> \u202Egnp.exe " + "x".repeat(10_000);
        RequestFact of =
                request("r_66", State.PENDING, 1, organisation, "<script>", "; rm -rf /").fact();
        RequestFact fact =
                new RequestFact(
                        "r_66",
                        "1",
                        of.state(),
                        "",
                        of.submitted(),
                        organisation,
                        of.kind(),
                        "",
                        OptionalInt.empty(),
                        OptionalLong.empty(),
                        "a\u0000b " + "mot ".repeat(4_000),
                        "; rm -rf /",
                        "",
                        OptionalInt.empty(),
                        Optional.empty(),
                        List.of());
        return new Request(new RequestRef(SOURCE, "r_66"), "charon", fact);
    }

    /** One that a colleague has taken up. */
    public static Request claimed() {
        return settled(
                pirouette(), State.CLAIMED, new Word("Sam", NOW.minus(Duration.ofMinutes(4)), ""));
    }

    public static Request refused() {
        Request before =
                request("r_03", State.REFUSED, 40, "AMAP du Vallon", "association", "vallon");
        return settled(
                before,
                State.REFUSED,
                new Word("Sam", NOW.minus(Duration.ofDays(20)), "Pas encore d’association."));
    }

    public static Request byHand() {
        return byHand(State.PENDING, "Café répare-tout", "cafe-repare-tout");
    }

    public static Request byHand(State state, String organisation, String wished) {
        RequestFact of = request("h_1", state, 1, organisation, "", wished).fact();
        return new Request(new RequestRef("", "h_1"), "", of);
    }

    /** So many, each from another day. */
    public static List<Request> many(int number) {
        List<Request> many = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            String key = "r_" + (1000 + i);
            many.add(request(key, State.PENDING, i, "Association n° " + i, "club", "club-" + i));
        }
        return many;
    }

    public static Request settled(Request of, State state, Word word) {
        RequestFact f = of.fact();
        return new Request(
                of.ref(),
                of.source(),
                new RequestFact(
                        f.key(),
                        f.version() + "1",
                        state,
                        f.said(),
                        f.submitted(),
                        f.organisation(),
                        f.kind(),
                        f.sector(),
                        f.employees(),
                        f.budget(),
                        f.purpose(),
                        f.wished(),
                        f.office(),
                        f.accounts(),
                        Optional.of(word),
                        f.notes()));
    }

    public static Request request(
            String key, State state, int days, String organisation, String kind, String wished) {
        RequestFact fact =
                new RequestFact(
                        key,
                        "1",
                        state,
                        "",
                        NOW.minus(Duration.ofDays(days)),
                        organisation,
                        kind,
                        "",
                        OptionalInt.empty(),
                        OptionalLong.empty(),
                        "Un agenda et des fichiers à plusieurs.",
                        wished,
                        "",
                        OptionalInt.empty(),
                        Optional.empty(),
                        List.of());
        return new Request(new RequestRef(SOURCE, key), "charon", fact);
    }
}
