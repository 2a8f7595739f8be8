package org.ronron.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.api.Connector;
import org.ronron.api.Json;
import org.ronron.core.desk.Desk;
import org.ronron.core.desk.EndpointDraft;
import org.ronron.core.engine.OperationView;
import org.ronron.core.model.EndpointView;
import org.ronron.core.plan.AlterSpace;
import org.ronron.core.plan.MakeSpace;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.SpaceChange;
import org.ronron.core.port.CrashPoint;
import org.ronron.practice.garage.RealGarage;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.testkit.conformance.Lab;

/**
 * The second blueprint shows that one is data: a web site on a real Garage, from yes to no more.
 */
class RealGarageSiteTest {
    private static final String SITE = "mon-site";
    private static final String ADDRESS = SITE + ".sites.example";
    private static final long FIFTY_MIB = 52_428_800;
    private static final long TWO_HUNDRED_MIB = 209_715_200;

    @TempDir private Path home;

    @Test
    void aSiteIsMadeWidenedAndUnlinked() throws Exception {
        List<Connector> connectors =
                ServiceLoader.load(Connector.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();
        try (RealGarage garage = garage();
                House house =
                        House.open(
                                home,
                                connectors,
                                Optional.of(new HeldSecrets()),
                                CrashPoint.NONE)) {
            Desk desk = house.desk();
            connect(desk, garage);

            carry(
                    desk,
                    new MakeSpace("static-site", SITE, "Mon asso", Map.of(), Optional.empty(), ""));
            Json.Obj made = bucket(garage);
            assertEquals(FIFTY_MIB, quota(made));
            assertEquals(Optional.of(true), made.bool("websiteAccess"));
            assertEquals(1, made.objects("keys").size());

            known(desk, true);
            carry(
                    desk,
                    new AlterSpace(
                            SITE,
                            "static-site",
                            "quota",
                            Map.of("quota", String.valueOf(TWO_HUNDRED_MIB))));
            assertEquals(TWO_HUNDRED_MIB, quota(bucket(garage)));

            carry(desk, new AlterSpace(SITE, "static-site", "remove", Map.of()));
            String id = made.word("id");
            Json.Obj left = garage.admin(1).get("/v2/GetBucketInfo?id=" + id).object();
            assertEquals(List.of(), left.texts("globalAliases"), "its name is free again");
            assertEquals(Optional.of(false), left.bool("websiteAccess"));
            assertEquals(id, left.word("id"), "its files stay");
            known(desk, false);
        }
    }

    private static RealGarage garage() throws IOException {
        try {
            return RealGarage.start(Programs.ofThisMachine());
        } catch (MissingProgramException e) {
            throw Lab.missing(e);
        }
    }

    private static void connect(Desk desk, RealGarage garage) throws Exception {
        Waiting.done(desk.create("Sites", "practice"));
        Waiting.done(
                desk.add(
                        new EndpointDraft(
                                "garage",
                                "Garage",
                                Map.of(
                                        "url",
                                        garage.adminUrl(1).toString(),
                                        "web",
                                        "sites.example"),
                                Map.of("token", garage.token().toCharArray()))));
        new Waiting(desk)
                .until(
                        "Garage to answer",
                        s ->
                                s.collective().stream()
                                        .flatMap(c -> c.endpoints().stream())
                                        .anyMatch(e -> e.state() == EndpointView.State.FINE));
        String id = desk.state().collective().orElseThrow().endpoints().getFirst().id();
        Waiting.done(desk.allowWriting(id, Duration.ofHours(1)));
    }

    private static void carry(Desk desk, SpaceChange change) throws Exception {
        Plan plan = Waiting.done(desk.spaces().plan(change));
        String id = Waiting.done(desk.operations().apply(plan));
        List<OperationView> ended =
                new Waiting(desk)
                        .until(
                                "the end of " + change,
                                s ->
                                        s.operations().stream()
                                                .filter(o -> o.id().equals(id))
                                                .anyMatch(RealGarageSiteTest::over))
                        .operations();
        OperationView operation =
                ended.stream().filter(o -> o.id().equals(id)).findFirst().orElseThrow();
        assertEquals(OperationView.State.DONE, operation.state(), () -> "" + operation.steps());
        Waiting.done(desk.refresh());
    }

    private static boolean over(OperationView operation) {
        return operation.state() == OperationView.State.DONE
                || operation.state() == OperationView.State.STOPPED;
    }

    private static void known(Desk desk, boolean there) throws Exception {
        new Waiting(desk)
                .until(
                        SITE + " known: " + there,
                        s -> s.collective().flatMap(c -> c.space(SITE)).isPresent() == there);
        if (there) {
            assertTrue(
                    desk.state()
                            .collective()
                            .flatMap(c -> c.space(SITE))
                            .filter(s -> s.blueprint().equals("static-site"))
                            .isPresent());
        }
    }

    private static Json.Obj bucket(RealGarage garage) throws IOException {
        return garage.admin(1).get("/v2/GetBucketInfo?globalAlias=" + ADDRESS).object();
    }

    private static long quota(Json.Obj bucket) {
        return bucket.object("quotas").number("maxSize").orElse(0L);
    }
}
