package org.ronron.plugin.minio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.MakeBucketArgs;
import io.minio.SetBucketVersioningArgs;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.messages.VersioningConfiguration;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronron.api.Action;
import org.ronron.api.Actions;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Fault;
import org.ronron.api.Grant;
import org.ronron.api.Inventory;
import org.ronron.api.Json;
import org.ronron.api.LinkFact;
import org.ronron.api.Observation;
import org.ronron.api.Session;
import org.ronron.api.Spaces;
import org.ronron.testkit.conformance.Lender;
import org.ronron.testkit.conformance.Unheard;

/** Bad days, and a space's whole life, on a real MinIO. */
class RealMinioTest {
    private static final Duration PATIENT = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofSeconds(2);

    @org.jspecify.annotations.Nullable private static MinioServer started;

    @BeforeAll
    static void start() throws Exception {
        started = MinioServer.started();
    }

    @AfterAll
    static void stop() {
        if (started != null) {
            started.close();
        }
    }

    private static MinioServer minio() {
        return Optional.ofNullable(started).orElseThrow();
    }

    /** What is done with a session that may write. */
    private interface Work {
        void with(Session session, Actions actions) throws Exception;
    }

    private static void writing(Map<String, String> settings, Duration time, Work work)
            throws Exception {
        writing(settings, minio().secrets(), time, work);
    }

    private static void writing(
            Map<String, String> settings, Map<String, String> secrets, Duration time, Work work)
            throws Exception {
        try (Lender lender = new Lender(secrets, InstantSource.system());
                Session session = lender.open(new MinioConnector(), settings, true, time)) {
            work.with(session, session.capability(Actions.class).orElseThrow());
        }
    }

    private static Observation observe(Session session) throws ConnectorException {
        return session.capability(Inventory.class).orElseThrow().observe();
    }

    /** Buckets that the finding names; MinIO's list of buckets may be a second old. */
    private static String told(Session session) {
        try {
            return observe(session).findings().stream()
                    .filter(finding -> finding.kind().equals("versioned"))
                    .map(finding -> finding.details().getOrDefault("buckets", ""))
                    .findFirst()
                    .orElse("");
        } catch (ConnectorException e) {
            throw new AssertionError(e);
        }
    }

    private static List<LinkFact> look(Session session, String space) {
        try {
            return session.capability(Spaces.class).orElseThrow().look(space);
        } catch (ConnectorException e) {
            throw new AssertionError(e);
        }
    }

    private static Fault refused(Actions actions, Action action) {
        return assertThrows(
                        ConnectorException.class,
                        () -> actions.perform(action, new Unheard()),
                        action.verb())
                .fault();
    }

    private static String name(String space) {
        return space + "." + Plans.MARK;
    }

    @Test
    void aBucketThatWasThereBeforeIsLeftAsItIs() throws Exception {
        minio().bucket(name("before"));
        minio().put(name("before"), "theirs", "untouched");
        writing(
                minio().settings(),
                PATIENT,
                (session, actions) -> {
                    Action make = Plans.of("bucket.create", "before");
                    assertEquals(Verdict.NOT_OURS, actions.probe(make).verdict());
                    Fault taken = refused(actions, make);
                    assertEquals(MinioError.NOT_OURS, taken.code());
                    assertEquals(Effect.NONE, taken.effect());
                    Action undo = actions.inverse(make).orElseThrow();
                    Fault holds = refused(actions, undo);
                    assertEquals(MinioError.HOLDS_DATA, holds.code());
                    assertEquals(Effect.NONE, holds.effect());
                });
        assertEquals("untouched", minio().get(name("before"), "theirs"));
    }

    @Test
    void anotherPlansBucketIsNotRemoved() throws Exception {
        minio().bucket("theirs.zzzzzz");
        writing(
                minio().settings(),
                PATIENT,
                (session, actions) -> {
                    Json.Obj told = Json.obj().with("bucket", "theirs.zzzzzz");
                    Action remove =
                            new Action(
                                    Plans.ENDPOINT, "bucket.remove", told.with("mark", Plans.MARK));
                    assertEquals(MinioError.NOT_OURS, refused(actions, remove).code());
                });
        assertTrue(
                minio().s3()
                        .bucketExists(BucketExistsArgs.builder().bucket("theirs.zzzzzz").build()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "; rm -rf /",
                "../admin",
                "جمعية",
                "a\u0000b",
                "A-Big-Name",
                "-dash",
                "dash-",
                "two..dots",
                "under_score",
                "a b",
                "%2e%2e",
                "*"
            })
    void aHostileNameIsRefusedBeforeAByteLeaves(String hostile) throws Exception {
        everyVerbRefuses(hostile);
    }

    @Test
    void aNameOfTenThousandCharactersIsRefused() throws Exception {
        everyVerbRefuses("a".repeat(10_000));
    }

    private static void everyVerbRefuses(String hostile) throws Exception {
        Map<String, String> nowhere = new HashMap<>(minio().settings());
        nowhere.put("url", "http://127.0.0.1:1");
        writing(
                nowhere,
                SHORT,
                (session, actions) -> {
                    for (Verb verb : Verb.values()) {
                        Action action = Plans.of(verb.word(), hostile);
                        actions.describe(action);
                        actions.inverse(action);
                        Fault no = refused(actions, action);
                        assertEquals(MinioError.BAD_NAME, no.code(), verb.word());
                        assertEquals(Effect.NONE, no.effect());
                        assertEquals(
                                MinioError.BAD_NAME,
                                assertThrows(ConnectorException.class, () -> actions.probe(action))
                                        .fault()
                                        .code());
                    }
                });
    }

    @Test
    void fiftyObjectsAreSavedEmptiedAndRestored() throws Exception {
        String bucket = name("round");
        minio().bucket(bucket);
        TreeSet<String> keys =
                new TreeSet<>(
                        List.of(
                                "a file",
                                "é",
                                "世界",
                                "-dash",
                                "urn:oid:1",
                                "a+b",
                                "100%",
                                "a&b?c=d",
                                "deep/er/still",
                                "deep-er",
                                "q\"uote",
                                "<x>",
                                "tab\there"));
        for (int i = keys.size(); i < 49; i++) {
            keys.add("urn:oid:" + (1000 + i));
        }
        for (String key : keys) {
            minio().put(bucket, key, "content of " + key);
        }
        minio().put(bucket, "in parts", new byte[6 << 20], 5 << 20);
        keys.add("in parts");
        assertEquals(50, keys.size());
        writing(
                minio().settings(),
                PATIENT,
                (session, actions) -> {
                    Action empty = Plans.of("bucket.empty", "round");
                    assertEquals(MinioError.NOT_SAVED, refused(actions, empty).code());
                    assertEquals(keys, minio().keys(bucket, null));

                    Json.Obj saved =
                            actions.perform(Plans.of("bucket.save", "round"), new Unheard());
                    assertEquals(50, saved.number("objects").orElseThrow());
                    TreeSet<String> kept = new TreeSet<>();
                    keys.forEach(key -> kept.add(bucket + "/" + key));
                    assertEquals(kept, minio().keys("ronron-removed", bucket + "/"));

                    minio().put(bucket, "é", "changed meanwhile");
                    Fault changed = refused(actions, empty);
                    assertEquals(MinioError.NOT_SAVED, changed.code());
                    assertEquals("1", changed.details().get("objects"));
                    assertEquals("é", changed.details().get("first"));
                    assertEquals(keys, minio().keys(bucket, null));
                    Fault over = refused(actions, Plans.of("bucket.restore", "round"));
                    assertEquals(MinioError.NOT_SAVED, over.code());
                    minio().put(bucket, "é", "content of é");

                    actions.perform(empty, new Unheard());
                    assertEquals(Verdict.DONE, actions.probe(empty).verdict());
                    assertEquals(new TreeSet<>(), minio().keys(bucket, null));
                    assertEquals(kept, minio().keys("ronron-removed", bucket + "/"));

                    Action restore = actions.inverse(empty).orElseThrow();
                    actions.perform(restore, new Unheard());
                    assertEquals(Verdict.DONE, actions.probe(restore).verdict());
                });
        assertEquals(keys, minio().keys(bucket, null));
        for (String key : keys) {
            if (!key.equals("in parts")) {
                assertEquals("content of " + key, minio().get(bucket, key));
            }
        }
        var stat =
                minio().s3()
                        .statObject(StatObjectArgs.builder().bucket(bucket).object("世界").build());
        assertEquals("yes", stat.userMetadata().get("kept"));
        assertEquals("text/x-proof", stat.contentType());
    }

    @Test
    void olderVersionsAreNotTakenForSaved() throws Exception {
        String bucket = name("older");
        minio().bucket(bucket);
        minio().s3()
                .setBucketVersioning(
                        SetBucketVersioningArgs.builder()
                                .bucket(bucket)
                                .config(
                                        new VersioningConfiguration(
                                                VersioningConfiguration.Status.ENABLED, false))
                                .build());
        minio().put(bucket, "file", "first");
        minio().put(bucket, "file", "second");
        writing(
                minio().settings(),
                PATIENT,
                (session, actions) -> {
                    actions.perform(Plans.of("bucket.save", "older"), new Unheard());
                    Fault no = refused(actions, Plans.of("bucket.empty", "older"));
                    assertEquals(MinioError.NOT_SAVED, no.code());
                    assertEquals("second", minio().get(bucket, "file"));
                    minio().real().await(() -> told(session).contains(bucket));
                });
    }

    @Test
    void aSpacesUserReachesItsOwnBucketOnly() throws Exception {
        minio().bucket("anothers");
        minio().put("anothers", "letter", "private");
        writing(
                minio().settings(),
                PATIENT,
                (session, actions) -> {
                    for (Action action : Plans.coming("own")) {
                        actions.perform(action, new Unheard());
                    }
                    var theirs = minio().s3(name("own"), Plans.VALUE);
                    assertTrue(
                            theirs.bucketExists(
                                    BucketExistsArgs.builder().bucket(name("own")).build()));
                    MinioServer.put(theirs, name("own"), "theirs", "hello".getBytes(UTF_8), -1);
                    assertEquals("hello", minio().get(name("own"), "theirs"));
                    ErrorResponseException no =
                            assertThrows(
                                    ErrorResponseException.class,
                                    () ->
                                            theirs.getObject(
                                                    GetObjectArgs.builder()
                                                            .bucket("anothers")
                                                            .object("letter")
                                                            .build()));
                    assertEquals("AccessDenied", no.errorResponse().code());
                    assertEquals(
                            "AccessDenied",
                            assertThrows(
                                            ErrorResponseException.class,
                                            () ->
                                                    theirs.makeBucket(
                                                            MakeBucketArgs.builder()
                                                                    .bucket("a-new-one")
                                                                    .build()))
                                    .errorResponse()
                                    .code());
                    minio().real().await(() -> !look(session, "own").isEmpty());
                    LinkFact link = look(session, "own").getFirst();
                    assertEquals("10000000000", link.details().get("quotaBytes"));
                    assertEquals("enabled", link.details().get("user"));
                    assertEquals("off", link.details().get("versioning"));
                    actions.perform(Plans.of("user.disable", "own"), new Unheard());
                    assertThrows(
                            ErrorResponseException.class,
                            () ->
                                    theirs.bucketExists(
                                            BucketExistsArgs.builder()
                                                    .bucket(name("own"))
                                                    .build()));
                });
    }

    /** The policies that are given to copy are enough, and no more than that. */
    @Test
    void theGrantsAreEnoughAndNoMore() throws Exception {
        List<Grant> grants = new MinioConnector().grants();
        minio().user("reader", "reader-secret-key", grants.get(0).recipe());
        minio().user("writer", "writer-secret-key", grants.get(1).recipe());
        Map<String, String> settings = new HashMap<>(minio().settings());
        settings.put("user", "reader");
        settings.put("writer", "writer");
        Map<String, String> secrets =
                Map.of(
                        "password",
                        "reader-secret-key",
                        "writerPassword",
                        "writer-secret-key",
                        Plans.SECRET.name(),
                        Plans.VALUE);
        minio().bucket("seen.bbbbbb");
        try (Lender lender = new Lender(secrets, InstantSource.system());
                Session reading = lender.open(new MinioConnector(), settings, false, PATIENT)) {
            Observation seen = observe(reading);
            assertEquals("reader", seen.login().name());
            assertFalse(seen.login().excessive());
            minio().real().await(() -> look(reading, "seen").size() == 1);
            assertTrue(
                    observe(reading).links().stream().anyMatch(l -> l.key().equals("seen.bbbbbb")));
        }
        writing(
                settings,
                secrets,
                PATIENT,
                (session, actions) -> {
                    Observation seen = observe(session);
                    assertEquals("writer", seen.login().name());
                    assertEquals(Set.of(), seen.login().forbidden());
                    assertFalse(seen.login().excessive());
                    for (Action action : Plans.coming("granted")) {
                        actions.perform(action, new Unheard());
                        assertEquals(Verdict.DONE, actions.probe(action).verdict());
                    }
                    minio().put(name("granted"), "one", "1");
                    for (Action action : Plans.going("granted")) {
                        actions.perform(action, new Unheard());
                        assertEquals(Verdict.DONE, actions.probe(action).verdict());
                    }
                    actions.perform(Plans.of("bucket.empty", "granted"), new Unheard());
                    actions.perform(Plans.of("bucket.remove", "granted"), new Unheard());
                    actions.perform(Plans.of("user.remove", "granted"), new Unheard());
                });
        Map<String, String> only = Map.of("password", "reader-secret-key");
        Map<String, String> reader = new HashMap<>(minio().settings());
        reader.put("user", "reader");
        writing(
                reader,
                only,
                PATIENT,
                (session, actions) -> {
                    assertTrue(observe(session).login().forbidden().contains("bucket.create"));
                    Fault no = refused(actions, Plans.of("bucket.create", "forbidden"));
                    assertEquals(CommonError.RIGHT_MISSING, no.code());
                    assertEquals(Effect.NONE, no.effect());
                });
    }

    @Test
    void rootIsMoreThanRonronNeeds() throws Exception {
        writing(
                minio().settings(),
                PATIENT,
                (session, actions) -> {
                    Observation seen = observe(session);
                    assertTrue(seen.login().excessive());
                    assertEquals(Set.of(), seen.login().forbidden());
                });
    }
}
