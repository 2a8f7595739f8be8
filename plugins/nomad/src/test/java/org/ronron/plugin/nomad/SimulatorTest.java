package org.ronron.plugin.nomad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.Json;
import org.ronron.core.json.JsonText;
import org.ronron.practice.nomad.NomadSimulator;

/** The simulator against captures of a real Nomad, member by member, and in time. */
class SimulatorTest {
    private static final String NONE = "00000000-0000-0000-0000-000000000000";
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Instant now = Instant.parse("2026-11-23T20:00:00Z");
    private NomadSimulator nomad;

    /** What came, and what its next page begins with. */
    private record Got(int status, String text, String next) {
        Json json() throws IOException {
            return JsonText.read(text);
        }

        Json.Obj first() throws IOException {
            return Json.obj().with("rows", json()).objects("rows").getFirst();
        }

        int size() throws IOException {
            return Json.obj().with("rows", json()).items("rows").size();
        }
    }

    @BeforeEach
    void start() throws IOException {
        nomad = new NomadSimulator(threads, () -> now);
    }

    @AfterEach
    void stop() {
        nomad.close();
        threads.shutdownNow();
    }

    @Test
    void everyRowHasTheMembersOfTheRealOne() throws IOException {
        pass(2);
        like(Captures.rows("nodes-resources").getFirst(), get("/v1/nodes?resources=true").first());
        like(Captures.rows("nodes-plain").getFirst(), get("/v1/nodes").first());
        like(Captures.read("node-one").object("body"), object("/v1/node/" + id("onion")));
        String all = "/v1/allocations?namespace=*&resources=true&task_states=false";
        for (Json.Obj real : Captures.rows("allocations-resources-no-task-states")) {
            like(
                    real.with("AllocatedResources", "."),
                    get(all).first().with("AllocatedResources", "."));
        }
        like(
                resources(Captures.rows("allocations-resources-no-task-states"), "matrix"),
                resources(Json.obj().with("rows", get(all).json()).objects("rows"), "matrix"));
        like(
                Captures.rows("jobs").getFirst().with("JobSummary", "."),
                get("/v1/jobs?namespace=*").first().with("JobSummary", "."));
        like(Captures.read("agent-members").object("body"), object("/v1/agent/members"));
        like(Captures.read("acl-token-self-read").object("body"), object("/v1/acl/token/self"));
        assertEquals(Captures.read("status-leader").at("body"), get("/v1/status/leader").json());

        drain("onion", "m1");
        like(
                Captures.read("node-during-drain").object("body").object("DrainStrategy"),
                object("/v1/node/" + id("onion")).object("DrainStrategy"));
        like(
                Captures.read("node-after-drain")
                        .object("body")
                        .object("LastDrain")
                        .with("Meta", "."),
                object("/v1/node/" + id("onion")).object("LastDrain").with("Meta", "."));
        pass(3);
        like(
                Captures.rows("evaluations-blocked").getFirst().with("FailedTGAllocs", "."),
                get("/v1/evaluations?namespace=*&status=blocked")
                        .first()
                        .with("FailedTGAllocs", "."));
    }

    private static Json.Obj resources(List<Json.Obj> rows, String job) {
        return rows.stream()
                .filter(row -> row.word("JobID").equals(job))
                .findFirst()
                .orElseThrow()
                .object("AllocatedResources");
    }

    /** The same members with the same kinds of values; where the real one says null, any. */
    private static void like(Json.Obj real, Json.Obj simulated) {
        List<String> wrong = new ArrayList<>();
        compare("", real, simulated, wrong);
        assertEquals(List.of(), wrong);
    }

    /** Whose members are names that a cluster gives: attributes, labels, drivers, tasks. */
    private static final Set<String> NAMED =
            Set.of(
                    "/Attributes",
                    "/Meta",
                    "/Drivers",
                    "/Links",
                    "/HostVolumes",
                    "/ClassEligibility",
                    "/NodeResources/Processors/Topology");

    private static void compare(String at, Json real, Json simulated, List<String> wrong) {
        boolean nothing = real == Json.Null.NULL || simulated == Json.Null.NULL;
        if (!nothing && !real.getClass().equals(simulated.getClass())) {
            wrong.add(at + " is " + simulated + ", not " + real);
        } else if (real instanceof Json.Obj one && simulated instanceof Json.Obj other) {
            Set<String> members = new TreeSet<>(one.members().keySet());
            members.addAll(other.members().keySet());
            for (String member : NAMED.contains(at) ? Set.<String>of() : members) {
                boolean both =
                        one.members().containsKey(member) && other.members().containsKey(member);
                if (!both) {
                    wrong.add(at + "/" + member + " is in one of them only");
                }
                compare(at + "/" + member, one.at(member), other.at(member), wrong);
            }
        } else if (real instanceof Json.Arr one
                && simulated instanceof Json.Arr other
                && !one.items().isEmpty()
                && !other.items().isEmpty()) {
            compare(at + "[]", one.items().getFirst(), other.items().getFirst(), wrong);
        }
    }

    @Test
    void theComparisonFindsWhatDiffers() throws IOException {
        List<String> wrong = new ArrayList<>();
        Json.Obj real = Captures.read("node-one").object("body");
        compare("", real, real.with("Name", 3).with("Nope", 1), wrong);
        assertEquals(2, wrong.size(), wrong.toString());
    }

    @Test
    void refusalsAreWordForWordThoseOfTheCaptures() throws IOException {
        refused("node-404", get("/v1/node/" + NONE));
        refused("node-400-short", get("/v1/node/abc"));
        refused("nodes-filter-bad", get("/v1/nodes?filter=" + encoded("Nope == \"x\"")));
        refused("method-405", call("DELETE", "/v1/nodes", "", nomad.token("write")));
        refused("node-drain-404", post(NONE + "/drain", "{\"DrainSpec\":{\"Deadline\":1}}"));
        refused("node-drain-empty-body", post(id("onion") + "/drain", ""));
        String text = "{\"DrainSpec\":{\"Deadline\":\"1h\"}}";
        refused("node-drain-string-deadline", post(id("onion") + "/drain", text));
        String eligible = "{\"Eligibility\":\"eligible\"}";
        refused("node-eligibility-404", post(NONE + "/eligibility", eligible));
        String maybe = "{\"Eligibility\":\"maybe\"}";
        refused("node-eligibility-bad", post(id("onion") + "/eligibility", maybe));
        refused("acl-00-before-bootstrap-nodes", call("GET", "/v1/nodes", "", ""));
        assertEquals(404, get("/v1/nope").status());
        assertEquals("", get("/v1/nope").text());
    }

    private static void refused(String capture, Got got) throws IOException {
        Json.Obj real = Captures.read(capture);
        assertEquals(real.number("status").orElseThrow(), got.status());
        assertEquals(real.word("body"), got.text());
    }

    @Test
    void whatIsWrittenIsAnsweredAsTheCapturesHaveIt() throws IOException {
        like(Captures.read("node-drain-start").object("body"), drain("onion", "m1"));
        assertTrue(object("/v1/node/" + id("onion")).bool("Drain").orElseThrow());
        // Any body without a DrainSpec ends a drain.
        Got nope = post(id("onion") + "/drain", "{\"nope\":1}");
        like(Captures.read("node-drain-bad-body").object("body"), (Json.Obj) nope.json());
        Json.Obj after = object("/v1/node/" + id("onion"));
        assertFalse(after.bool("Drain").orElseThrow());
        assertEquals("canceled", after.object("LastDrain").word("Status"));
        assertEquals("ineligible", after.word("SchedulingEligibility"));
        Got eligible = post(id("onion") + "/eligibility", "{\"Eligibility\":\"eligible\"}");
        like(Captures.read("node-eligibility").object("body"), (Json.Obj) eligible.json());
        Got again = post(id("onion") + "/eligibility", "{\"Eligibility\":\"eligible\"}");
        assertEquals(Captures.read("node-eligibility-same-again").at("body"), again.json());
        assertEquals(4, nomad.changes().size());
    }

    @Test
    void aDrainTakesTwoSecondsServicesFirst() throws IOException {
        pass(2);
        drain("onion", "m1");
        assertEquals(Set.of("service", "system"), kinds("onion"));
        pass(1);
        assertEquals(Set.of("system"), kinds("onion"));
        assertEquals("draining", lastDrain("onion"));
        pass(1);
        assertEquals(Set.of(), kinds("onion"));
        assertEquals("complete", lastDrain("onion"));
        assertEquals(
                "", Captures.rows("node-drain-timeline").getLast().object("node").word("Drain"));
    }

    @Test
    void aForcedDrainSaysCompleteWhileEverythingRuns() throws IOException {
        pass(2);
        post(id("onion") + "/drain", "{\"DrainSpec\":{\"Deadline\":-1}}");
        assertEquals("complete", lastDrain("onion"));
        assertTrue(nomad.liveOn("onion") > 1);
        pass(3);
        assertEquals(0, nomad.liveOn("onion"));
    }

    @Test
    void aDeadMachineIsMissedAfterAWhileAndWhatIsLostIsNotFinal() throws IOException {
        pass(2);
        nomad.kill("courgette");
        pass(11);
        assertEquals("ready", object("/v1/node/" + id("courgette")).word("Status"));
        pass(2);
        String status = object("/v1/node/" + id("courgette")).word("Status");
        assertTrue(Set.of("down", "disconnected").contains(status), status);
        nomad.start("courgette");
        pass(4);
        assertEquals("ready", object("/v1/node/" + id("courgette")).word("Status"));
    }

    @Test
    void aNewDatacenterNeedsTheFileAndARestart() throws IOException {
        nomad.edit("onion", "corrin");
        pass(5);
        assertEquals("dathomir", object("/v1/node/" + id("onion")).word("Datacenter"));
        nomad.restart("onion");
        assertEquals("ready", object("/v1/node/" + id("onion")).word("Status"));
        pass(2);
        assertEquals("corrin", object("/v1/node/" + id("onion")).word("Datacenter"));
    }

    @Test
    void aReadyMachineThatIsPurgedComesBackByItself() throws IOException {
        long before = object("/v1/node/" + id("onion")).number("CreateIndex").orElseThrow();
        post(id("onion") + "/purge", "{}");
        assertEquals(404, get("/v1/node/" + id("onion")).status());
        pass(2);
        Json.Obj back = object("/v1/node/" + id("onion"));
        assertTrue(back.number("CreateIndex").orElseThrow() > before);
    }

    @Test
    void listsComeInPages() throws IOException {
        Got first = get("/v1/nodes?per_page=2");
        assertEquals(2, first.size());
        assertEquals(
                36,
                Captures.read("nodes-per-page")
                        .object("headers")
                        .word("X-Nomad-Nexttoken")
                        .length());
        assertEquals(36, first.next().length());
        Got second = get("/v1/nodes?per_page=2&next_token=" + first.next());
        assertEquals(first.next(), second.first().word("ID"));
        Got last = get("/v1/nodes?per_page=2&next_token=" + second.next());
        assertEquals(1, last.size());
        assertEquals("", last.next());
        String filter = encoded("Meta[\"site\"] == \"neptune\"");
        assertEquals("courgette", get("/v1/nodes?filter=" + filter).first().word("Name"));
    }

    /** Rows of the real matrix: token, method, path, status. */
    @Test
    void eachTokenMayWhatItMayInTheMatrix() throws IOException {
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (Json row : Captures.read("acl-matrix").object("body").items("rows")) {
            List<Json> cells = ((Json.Arr) row).items();
            String who = word(cells.get(0));
            String path = word(cells.get(2)).replace(":id", id("onion"));
            boolean known =
                    path.matches(
                            "/v1/(nodes|allocations.*|jobs|jobs.namespace=\\*|namespaces"
                                    + "|agent/members|acl/token/self|status/leader|evaluations.*|node/.*/eligibility)");
            if (known && TOKENS.containsKey(who)) {
                String body = path.endsWith("eligibility") ? "{\"Eligibility\":\"eligible\"}" : "";
                String secret = TOKENS.get(who).isEmpty() ? "" : nomad.token(TOKENS.get(who));
                int status = call(word(cells.get(1)), path, body, secret).status();
                compared++;
                if (!((Json.Num) cells.get(3))
                        .value()
                        .equals(java.math.BigDecimal.valueOf(status))) {
                    wrong.add(who + " " + path + " " + status);
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(compared > 50, "compared " + compared);
    }

    private static final java.util.Map<String, String> TOKENS =
            java.util.Map.of(
                    "(none)", "",
                    "wrong", "nobodys",
                    "volunteer-read", "read",
                    "node-only", "nodes",
                    "volunteer-ops", "write");

    private static String word(Json cell) {
        return cell instanceof Json.Str text ? text.value() : "";
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds * 4; i++) {
            now = now.plusMillis(250);
            nomad.liveOn("onion");
        }
    }

    private String id(String name) {
        return nomad.id(name);
    }

    private Set<String> kinds(String name) throws IOException {
        Set<String> kinds = new TreeSet<>();
        String on = encoded("NodeID == \"" + id(name) + "\"");
        Json all = get("/v1/allocations?namespace=*&filter=" + on).json();
        for (Json.Obj row : Json.obj().with("rows", all).objects("rows")) {
            if (Alloc.live(row)) {
                kinds.add(row.word("JobType"));
            }
        }
        return kinds;
    }

    private String lastDrain(String name) throws IOException {
        return object("/v1/node/" + id(name)).object("LastDrain").word("Status");
    }

    private Json.Obj drain(String name, String mark) throws IOException {
        String body =
                "{\"DrainSpec\":{\"Deadline\":120000000000},\"Meta\":{\"ronron_op\":\"%s\"}}"
                        .formatted(mark);
        return (Json.Obj) post(id(name) + "/drain", body).json();
    }

    private static String encoded(String filter) {
        return URLEncoder.encode(filter, StandardCharsets.UTF_8);
    }

    private Json.Obj object(String path) throws IOException {
        return (Json.Obj) get(path).json();
    }

    private Got get(String path) throws IOException {
        return call("GET", path, "", nomad.token("read"));
    }

    private Got post(String node, String body) throws IOException {
        return call("POST", "/v1/node/" + node, body, nomad.token("write"));
    }

    private Got call(String method, String path, String body, String token) throws IOException {
        HttpURLConnection line =
                (HttpURLConnection) nomad.url().resolve(path).toURL().openConnection();
        line.setRequestMethod(method);
        if (!token.isEmpty()) {
            line.setRequestProperty("X-Nomad-Token", token);
        }
        if (method.equals("POST")) {
            line.setDoOutput(true);
            try (OutputStream out = line.getOutputStream()) {
                out.write(body.getBytes(StandardCharsets.UTF_8));
            }
        }
        int status = line.getResponseCode();
        try (InputStream in = status < 400 ? line.getInputStream() : line.getErrorStream()) {
            String text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String next = line.getHeaderField("X-Nomad-Nexttoken");
            return new Got(status, text, next == null ? "" : next);
        }
    }
}
