package org.ronron.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronron.api.BackupFact;
import org.ronron.api.BackupFact.Cover.Kind;
import org.ronron.api.LinkFact;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;

class CoverageTest {
    private static final LinkFact.Health FINE = LinkFact.Health.FINE;

    private static List<Uncovered> uncovered(Series series, Heard... others) {
        return Saved.safety(Saved.with(Saved.heard("borg", series.fact()), others)).uncovered();
    }

    private static Observation links(Observation said, LinkFact.Kind kind, String... spaces) {
        List<LinkFact> links = new ArrayList<>();
        for (String space : spaces) {
            links.add(LinkFact.of(kind, space, space, FINE));
            links.add(LinkFact.of(kind, space, space + "-2", FINE));
        }
        links.add(LinkFact.of(kind, "", "nobody's", FINE));
        return said.withLinks(links);
    }

    @Test
    void aMachineThatNobodySavesIsNamedWithTheSpacesOnIt() {
        Heard app =
                Saved.heard(
                        "nextcloud",
                        Map.of("host", "10.0.0.1"),
                        links(Saved.said(), LinkFact.Kind.APP, "chats", "chiens"));
        Series other = new Series("home").covers(Kind.MACHINE, "panais.ours.test").at("nuage");
        List<Uncovered> missing =
                uncovered(
                        other,
                        Saved.machine("celeri", "", "10.0.0.1"),
                        Saved.machine("panais", "", "10.0.0.2"),
                        Saved.machine("nuage", "", "10.0.0.3"),
                        app);
        assertEquals(
                List.of(new Uncovered(Uncovered.Kind.MACHINE, "n:celeri", "celeri", 2)),
                missing,
                "panais is saved, and nuage only holds the copies");
    }

    @Test
    void onlyMachinesThatAnswerAreMissed() {
        NodeFact container = Saved.node("boite", "", NodeFact.Machine.CONTAINER, Map.of());
        NodeFact member = Saved.node("membre", "", NodeFact.Machine.UNKNOWN, Map.of());
        NodeFact down = Facts.node("d", "d", "", NodeFact.Reach.DOWN, NodeFact.Machine.PHYSICAL);
        List<Uncovered> missing =
                uncovered(
                        new Series("home"),
                        Saved.machine(container),
                        Saved.machine(member),
                        Saved.machine(down),
                        Saved.machine(Saved.node("vm", "", NodeFact.Machine.VIRTUAL, Map.of())));
        assertEquals(List.of("vm"), missing.stream().map(Uncovered::what).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "db.ours.test:5432, true",
        "DB.ours.test, true",
        "10.0.0.9:5432, true",
        "10.0.0.9:5433, false",
        "pg-inside:6432, true",
        "10.0.0.10:5433, true",
        "10.0.0.10:5432, false",
        "elsewhere.test:5432, false",
        "'', false"
    })
    void databasesAreSavedByTheServersAddressOrAMembers(String cover, boolean saved) {
        NodeFact member =
                NodeFact.member(
                        "10.0.0.10:5433",
                        "replica",
                        List.of("10.0.0.10"),
                        Optional.empty(),
                        NodeFact.Reach.UP,
                        java.util.OptionalLong.empty(),
                        java.util.OptionalLong.empty(),
                        "replica",
                        Map.of());
        Heard server =
                Saved.heard(
                        "postgresql",
                        Map.of(
                                "host", "db.ours.test",
                                "port", "5432",
                                "insideHost", "pg-inside",
                                "insidePort", "6432"),
                        links(
                                Saved.said().withNodes(List.of(member)),
                                LinkFact.Kind.DATABASE,
                                "chats",
                                "chiens"));
        Heard machine = Saved.machine(Facts.node("m", "db.ours.test", "", "10.0.0.9"));
        List<Uncovered> missing =
                uncovered(new Series("main").covers(Kind.DATABASES, cover), server, machine);
        List<Uncovered> expected =
                List.of(new Uncovered(Uncovered.Kind.DATABASES, "postgresql", "postgresql", 2));
        assertEquals(saved ? List.of() : expected, missing);
    }

    @Test
    void bucketsAreSavedByTheStoresAddressAndOnlyByWhatSavesBuckets() {
        Heard store =
                Saved.heard(
                        "minio",
                        Map.of("url", "https://s3.ours.test:9000"),
                        links(Saved.said(), LinkFact.Kind.BUCKET, "chats"));
        BackupFact.Cover.Kind[] kinds = {Kind.BUCKETS, Kind.DATABASES};
        List<Integer> missing = new ArrayList<>();
        for (BackupFact.Cover.Kind kind : kinds) {
            missing.add(uncovered(new Series("s").covers(kind, "s3.ours.test:9000"), store).size());
        }
        assertEquals(List.of(0, 1), missing);
    }

    @Test
    void whatHoldsNothingOfASpaceIsNotMissed() {
        Heard store =
                Saved.heard(
                        "minio",
                        Map.of("url", "https://s3.ours.test"),
                        links(Saved.said(), LinkFact.Kind.BUCKET));
        assertEquals(List.of(), uncovered(new Series("s"), store));
    }

    @ParameterizedTest
    @CsvSource({
        "host, host, ",
        "Host:5432, host, 5432",
        "[2001:DB8::1]:5432, 2001:db8::1, 5432",
        "2001:db8::1, 2001:db8::1, ",
        "http://a.test/x/y, a.test, ",
        "https://u:p@a.test:9000/, a.test, 9000"
    })
    void anAddressIsReadInEachOfItsForms(String text, String host, String port) {
        assertEquals(
                Optional.of(new ServiceAddress(host, Optional.ofNullable(port))),
                ServiceAddress.of(text));
    }
}
