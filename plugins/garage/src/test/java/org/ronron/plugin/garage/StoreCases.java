package org.ronron.plugin.garage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ronron.plugin.garage.Sites.ALIAS;
import static org.ronron.plugin.garage.Sites.action;
import static org.ronron.plugin.garage.Sites.with;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ronron.api.Action;
import org.ronron.api.Actions;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.ErrorCode;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Fault;
import org.ronron.api.Inventory;
import org.ronron.api.Json;
import org.ronron.api.LinkFact;
import org.ronron.api.Progress;
import org.ronron.api.Session;
import org.ronron.api.Spaces;
import org.ronron.core.json.JsonText;
import org.ronron.practice.garage.AdminApi;
import org.ronron.testkit.conformance.Lender;

/** Buckets, keys and quotas on bad days; its heirs start the real Garage and the simulator. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoreCases {
    private static final Duration LONG = Duration.ofSeconds(120);
    private static final String OTHER = "radio.web.practice.test";
    private Lender lender;
    private Session session;
    private Actions actions;

    /** A good cluster. */
    abstract AdminApi start() throws Exception;

    /** Somebody else's files in somebody else's bucket: one object of some bytes. */
    abstract void fill(String alias) throws Exception;

    /** Two nodes of five are away. */
    abstract void away() throws Exception;

    /** They are back and answer, and have not heard of all that was written meanwhile. */
    abstract void back() throws Exception;

    /** One of those two, or what stands for all of them. */
    abstract AdminApi late();

    /** Waits until all nodes hear each other again. */
    abstract void together() throws Exception;

    @BeforeAll
    void open() throws Exception {
        AdminApi admin = start();
        lender = new Lender(Sites.vault(admin.token()), InstantSource.system());
        Map<String, String> settings = Map.of("url", "" + admin.url(), "web", "web.practice.test");
        session = lender.open(new GarageConnector(), settings, true, LONG);
        actions = session.capability(Actions.class).orElseThrow();
    }

    @AfterAll
    void close() {
        if (lender != null) {
            lender.close();
        }
    }

    abstract AdminApi admin();

    private void perform(Action action) throws ConnectorException {
        actions.perform(action, new Quiet());
    }

    private Fault refused(ErrorCode code, Action action) {
        Fault fault = assertThrows(ConnectorException.class, () -> perform(action)).fault();
        assertEquals(code, fault.code(), fault::toString);
        assertEquals(Effect.NONE, fault.effect());
        return fault;
    }

    private Verdict probe(Action action) throws ConnectorException {
        return actions.probe(action).verdict();
    }

    private Action undo(Action action) {
        return actions.inverse(action).orElseThrow();
    }

    private Json.Obj info(String alias) throws Exception {
        return admin().get("/v2/GetBucketInfo?globalAlias=" + alias).object();
    }

    @Test
    void aBucketThatWasThereBeforeStaysAsItIs() throws Exception {
        admin().post("/v2/CreateBucket", "{\"globalAlias\":\"" + OTHER + "\"}");
        fill(OTHER);
        Json.Obj before = info(OTHER);
        assertEquals(1, before.number("objects").orElseThrow());
        perform(key("zz99zz"));
        Action create = action("e1", "bucket.create", OTHER, "zz99zz");
        assertEquals(Verdict.NOT_OURS, probe(create));
        assertEquals(OTHER, refused(GarageError.THERE, create).details().get("name"));
        assertEquals(Verdict.NOT_OURS, probe(undo(create)));
        refused(GarageError.NOT_OURS, undo(create));
        refused(GarageError.NOT_OURS, action("e1", "bucket.unlink", OTHER, "zz99zz"));
        refused(GarageError.THERE, action("e1", "bucket.link", OTHER, "zz99zz"));
        assertEquals(before, info(OTHER));
        perform(undo(key("zz99zz")));
        assertEquals(Verdict.DONE, probe(undo(key("zz99zz"))));
        assertEquals(before, info(OTHER));
    }

    private static Action key(String mark) {
        return action("e1", "key.create", OTHER, mark);
    }

    /** A node that missed the deletion still lists the key, and is not believed. */
    @Test
    void aKeyThatIsOnlyStillListedIsGone() throws Exception {
        Action remove = action("e1", "key.remove", ALIAS, "be11be");
        Json.Obj key =
                Json.obj()
                        .with("accessKeyId", "GK" + "be".repeat(12))
                        .with("secretAccessKey", Sites.KEY_SECRET)
                        .with("name", "ronron:be11be:amap-vallon");
        assertEquals(200, admin().post("/v2/ImportKey", JsonText.write(key)).status());
        assertEquals(Verdict.NOT_DONE, probe(remove));
        away();
        perform(remove);
        back();
        try (Session there =
                lender.open(new GarageConnector(), Map.of("url", "" + late().url()), true, LONG)) {
            assertEquals(Verdict.DONE, probe(remove));
            Actions asked = there.capability(Actions.class).orElseThrow();
            assertEquals(Verdict.DONE, asked.probe(remove).verdict());
            asked.perform(remove, new Quiet());
            assertEquals(Verdict.DONE, asked.probe(remove).verdict());
        } finally {
            together();
        }
    }

    /** One after the other on one bucket, as a space's life goes. */
    @Test
    void ofWhatIsOursAQuotaIsReadBackAndAllIsUndone() throws Exception {
        Json.Obj secondKey =
                Json.obj()
                        .with("secret", Sites.ID.json().word("secret") + "2")
                        .with("kind", "S3_KEY_ID");
        Action key = with(action("e1", "key.create", ALIAS, "ab12cd"), "id", secondKey);
        Action create = action("e1", "bucket.create", ALIAS, "ab12cd");
        refused(GarageError.NOT_THERE, create);
        assertEquals(Verdict.NOT_DONE, probe(key));
        try (Lender more = new Lender(withSecond(), InstantSource.system());
                Session other =
                        more.open(
                                new GarageConnector(),
                                Map.of("url", "" + admin().url()),
                                true,
                                LONG)) {
            other.capability(Actions.class).orElseThrow().perform(key, new Quiet());
        }
        assertEquals(Verdict.DONE, probe(key));
        refused(GarageError.THERE, key);
        perform(create);
        assertEquals(Verdict.DONE, probe(create));
        assertEquals(
                Verdict.NOT_OURS,
                probe(action("e1", "bucket.create", ALIAS, "xx00xx")),
                "another mark's bucket is not ours");
        perform(action("e1", "bucket.allow", ALIAS, "ab12cd"));
        Action quota =
                with(
                        with(
                                action("e1", "bucket.quota", ALIAS, "ab12cd"),
                                "bytes",
                                Json.of("52428800")),
                        "before",
                        Json.of(0));
        perform(quota);
        assertEquals(Verdict.DONE, probe(quota));
        assertEquals(52428800, info(ALIAS).object("quotas").number("maxSize").orElseThrow());
        Action web = with(action("e1", "bucket.web", ALIAS, "ab12cd"), "on", Json.of(true));
        perform(web);
        LinkFact link = look().getFirst();
        assertEquals("52428800", link.details().get("quotaBytes"));
        assertEquals("on", link.details().get("web"));
        assertEquals(LinkFact.Health.FINE, link.health());
        assertEquals("ronron:ab12cd:amap-vallon", link.details().get("keys"));
        perform(undo(web));
        assertEquals(LinkFact.Health.OFF, look().getFirst().health());
        perform(undo(quota));
        assertEquals(Json.Null.NULL, info(ALIAS).object("quotas").at("maxSize"));
        Action unlink = action("e1", "bucket.unlink", ALIAS, "ab12cd");
        perform(unlink);
        assertEquals(Verdict.DONE, probe(unlink));
        assertEquals(List.of(), look());
        perform(undo(unlink));
        assertEquals(Verdict.DONE, probe(undo(unlink)));
        fill(ALIAS);
        Fault full = refused(GarageError.HOLDS_DATA, undo(create));
        assertEquals(ALIAS, full.details().get("name"));
        assertEquals(1, info(ALIAS).number("objects").orElseThrow());
    }

    private Map<String, String> withSecond() {
        return Map.of(
                "token",
                admin().token(),
                Sites.ID.name() + "2",
                Sites.KEY_ID.replace('7', '8'),
                Sites.SECRET.name(),
                Sites.KEY_SECRET);
    }

    private List<LinkFact> look() throws ConnectorException {
        return session.capability(Spaces.class).orElseThrow().look("amap-vallon");
    }

    @Test
    void aSiteIsTheSpaceOfItsFirstLabel() throws Exception {
        admin().post("/v2/CreateBucket", "{\"globalAlias\":\"sud.web.practice.test\"}");
        List<LinkFact> links = session.capability(Inventory.class).orElseThrow().observe().links();
        assertTrue(
                links.stream()
                        .anyMatch(
                                l ->
                                        l.space().equals("sud")
                                                && l.key().equals("sud.web.practice.test")));
        assertTrue(links.stream().anyMatch(l -> l.space().equals("practice")));
        assertEquals(
                Map.of("web", "web.practice.test"),
                session.capability(Spaces.class).orElseThrow().facts());
    }

    @Test
    void whatNoPlanOfOursSaysIsNotSent() throws Exception {
        for (String name :
                List.of(
                        "; rm -rf /",
                        "جمعية",
                        "a\u0000bc",
                        "x".repeat(10_000),
                        "-ab",
                        "Abc",
                        "",
                        "a..b",
                        "a/../b")) {
            Action create = action("e1", "bucket.create", name, "ab12cd");
            assertFalse(actions.describe(create).exactCall().contains("\u0000"));
            assertEquals("alias", refused(GarageError.BAD_VALUE, create).details().get("field"));
            assertEquals(Verdict.NOT_DONE, probe(create));
            Action key = action("e1", "key.create", ALIAS, name + "_");
            assertEquals("mark", refused(GarageError.BAD_VALUE, key).details().get("field"));
            Action quota = action("e1", "bucket.quota", ALIAS, "ab12cd");
            refused(GarageError.BAD_VALUE, with(quota, "bytes", Json.of("1" + name + "x")));
        }
    }

    private record Quiet() implements Progress {
        @Override
        public void report(String phase, long done, long total) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}
