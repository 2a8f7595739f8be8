package org.ronron.plugin.garage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.Json;
import org.ronron.core.json.JsonText;
import org.ronron.layout.Node;
import org.ronron.layout.roles.RoleLayout;
import org.ronron.practice.garage.AdminApi;
import org.ronron.practice.garage.GarageSimulator;
import org.ronron.practice.garage.RealGarage;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.testkit.conformance.Lab;

/** The simulator against Garage's own description of its API, and against captured refusals. */
class SimulatorTest {
    private static final String LAYOUT = "/v2/GetClusterLayout";
    private static final String UPDATE = "/v2/UpdateClusterLayout";
    private static final String APPLY = "/v2/ApplyClusterLayout";
    private static final String PREVIEW = "/v2/PreviewClusterLayoutChanges";
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private GarageSimulator garage;

    @BeforeEach
    void start() throws IOException {
        garage = new GarageSimulator(threads);
    }

    @AfterEach
    void stop() {
        garage.close();
        threads.shutdownNow();
    }

    @Test
    void everyAnswerIsAsGarageDescribesIt() throws IOException {
        Description description = description();
        for (String capture : List.of("GetClusterStatus", "GetClusterLayout-two-staged")) {
            String path = "/v2/" + capture.replaceFirst("-.*", "");
            assertEquals(List.of(), description.wrong("GET", path, Captures.read(capture)));
        }
        Json.Obj broken = Captures.read("GetClusterStatus").with("layoutVersion", "one");
        assertFalse(description.wrong("GET", "/v2/GetClusterStatus", broken).isEmpty());

        garage.kill(2);
        get(description, "/v2/GetClusterStatus");
        get(description, "/v2/GetClusterHealth");
        get(description, "/v2/GetNodeInfo");
        post(description, "/v2/ListWorkers", "{}");
        garage.start(2);
        get(description, "/v2/ListBuckets");
        get(description, LAYOUT);
        post(description, UPDATE, onionTo("corrin"));
        post(description, PREVIEW, "");
        post(description, APPLY, "{\"version\":2}");
        get(description, "/v2/GetClusterLayoutHistory");
        post(description, "/v2/RevertClusterLayout", "");
    }

    @Test
    void bucketsAndKeysAreAsGarageDescribesThem() throws IOException {
        Description description = description();
        String key = Sites.KEY_ID;
        String secret = Sites.KEY_SECRET;
        post(
                description,
                "/v2/ImportKey",
                "{\"accessKeyId\":\"%s\",\"secretAccessKey\":\"%s\",\"name\":\"x\"}"
                        .formatted(key, secret));
        String local = "{\"accessKeyId\":\"" + key + "\",\"alias\":\"site\"}";
        post(
                description,
                "/v2/CreateBucket",
                "{\"globalAlias\":\"site\",\"localAlias\":" + local + "}");
        String info = "/v2/GetBucketInfo?globalAlias=site";
        Json.Obj told = garage.admin(1).get(info).object();
        assertEquals(List.of(), description.wrong("GET", "/v2/GetBucketInfo", told));
        String id = told.word("id");
        String may = "{\"read\":true,\"write\":true,\"owner\":true}";
        String of = "{\"bucketId\":\"" + id + "\",";
        post(
                description,
                "/v2/AllowBucketKey",
                of + "\"accessKeyId\":\"" + key + "\",\"permissions\":" + may + "}");
        post(description, "/v2/RemoveBucketAlias", of + "\"globalAlias\":\"site\"}");
        post(description, "/v2/AddBucketAlias", of + "\"globalAlias\":\"site\"}");
        String web = "{\"websiteAccess\":{\"enabled\":true,\"indexDocument\":\"index.html\"}}";
        AdminApi.Answer updated = garage.admin(1).post("/v2/UpdateBucket?id=" + id, web);
        assertEquals(List.of(), description.wrong("POST", "/v2/UpdateBucket", updated.body()));
        get(description, "/v2/ListKeys");
        AdminApi.Answer known = garage.admin(1).get("/v2/GetKeyInfo?id=" + key);
        assertEquals(List.of(), description.wrong("GET", "/v2/GetKeyInfo", known.body()));
        get(description, "/v2/ListBuckets");
    }

    private static Description description() throws IOException {
        try {
            return Description.of(
                    Programs.ofThisMachine().require(RealGarage.PROGRAM, "run .ci/lab"));
        } catch (MissingProgramException why) {
            throw Lab.missing(why);
        }
    }

    private void get(Description description, String path) throws IOException {
        AdminApi.Answer answer = garage.admin(1).get(path);
        assertEquals(200, answer.status());
        assertEquals(List.of(), description.wrong("GET", path, answer.body()));
    }

    private void post(Description description, String path, String body) throws IOException {
        AdminApi.Answer answer = garage.admin(1).post(path, body);
        assertEquals(200, answer.status());
        assertEquals(List.of(), description.wrong("POST", path, answer.body()));
    }

    @Test
    void refusalsAreWordForWordThoseOfTheCaptures() throws IOException {
        AdminApi admin = garage.admin(1);
        refused("err-wrongtoken", 403, new AdminApi(garage.adminUrl(1), "x").get(HEALTH));
        refused("err-unknown-endpoint", 400, admin.get("/v2/NoSuchThing"));
        refused("ApplyClusterLayout-again-same-version", 500, admin.post(APPLY, "{\"version\":1}"));
        refused("ApplyClusterLayout-noversion", 400, admin.post(APPLY, "{}"));
        refused("UpdateClusterLayout-badid", 400, admin.post(UPDATE, role("abcd", 5000)));
        refused("UpdateClusterLayout-capacity-small", 400, admin.post(UPDATE, role(ID, 1000)));
    }

    private static final String HEALTH = "/v2/GetClusterHealth";
    private static final String ID = "ab".repeat(32);

    @Test
    void theFirstLayoutIsTheRealOnes() throws IOException {
        Map<String, Long> stored = new TreeMap<>();
        Json.Obj layout = garage.admin(1).get(LAYOUT).object();
        for (Json.Obj role : layout.objects("roles")) {
            stored.put(role.text("zone").orElse(""), role.number("storedPartitions").orElse(0L));
        }
        assertEquals(8_438_818_565L, layout.number("partitionSize").orElse(0L));
        assertEquals(
                Map.of(
                        "bespin",
                        118L,
                        "corrin",
                        237L,
                        "dathomir",
                        59L,
                        "neptune",
                        177L,
                        "scorpio",
                        177L),
                stored);
    }

    @Test
    void aRoleLikeThePresentOneIsUnstaged() throws IOException {
        Json.Obj staged = garage.admin(1).post(UPDATE, onionTo("corrin")).object();
        assertEquals(1, staged.items("stagedRoleChanges").size());
        Json.Obj again = garage.admin(2).post(UPDATE, onionTo("dathomir")).object();
        assertEquals(0, again.items("stagedRoleChanges").size());
    }

    private String onionTo(String zone) throws IOException {
        RoleLayout layout = RoleLayout.of(garage.admin(1).get(LAYOUT).object());
        Node onion = layout.now().node(garage.id(4)).orElseThrow().in(zone);
        return JsonText.write(Json.obj().with("roles", RoleLayout.roles(List.of(onion))));
    }

    private static String role(String id, long capacity) {
        return ("{\"roles\":[{\"id\":\"%s\",\"zone\":\"corrin\",\"capacity\":%d,"
                        + "\"tags\":[\"onion\"]}]}")
                .formatted(id, capacity);
    }

    private static void refused(String capture, int status, AdminApi.Answer answer)
            throws IOException {
        assertEquals(status, answer.status());
        assertEquals(Captures.read(capture), answer.body());
    }
}
