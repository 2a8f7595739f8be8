package org.ronron.testkit.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.ronron.api.CommonError;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.Descriptor;
import org.ronron.api.Effect;
import org.ronron.api.ErrorCode;
import org.ronron.api.Fault;
import org.ronron.api.Grant;
import org.ronron.api.Inventory;
import org.ronron.api.Observation;
import org.ronron.api.Session;
import org.ronron.api.Setting;

/**
 * What every connector holds to. A connector's own test says in some ten lines how its server is
 * started; see {@link HttpConformance} for systems that speak HTTP.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public abstract class ConnectorConformance {
    /** One call's time in these tests where the server is good. */
    protected static final Duration PATIENT = Duration.ofSeconds(120);

    /** One call's time where it is not. */
    protected static final Duration SHORT = Duration.ofSeconds(2);

    /** Runs the servers of the suite. */
    protected final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @org.jspecify.annotations.Nullable private Subject subject;

    /** The connector under test. */
    protected abstract Connector connector();

    /** Starts a good server; {@link Lab#missing} where the real one is not here. */
    protected abstract Subject start() throws Exception;

    /** The connector's own error codes. */
    protected abstract List<? extends ErrorCode> errors();

    /**
     * Whether the good server has machines to tell of; a source of requests or a mail server no.
     */
    protected boolean tellsOfMachines() {
        return true;
    }

    /** Keys of texts that a room beneath the connector names, and the connector has to bring. */
    protected Set<String> furtherTexts() {
        return Set.of();
    }

    /** Settings of the good server, changed so that nobody listens there. */
    protected abstract Map<String, String> deadPort(Map<String, String> good) throws Exception;

    /** Settings of the good server, changed so that its host has a name that does not exist. */
    protected abstract Map<String, String> unknownHost(Map<String, String> good);

    /** Settings of the good server, changed so that it accepts the connection and stays silent. */
    protected abstract Map<String, String> silentPort(Map<String, String> good) throws Exception;

    @BeforeAll
    void startSubject() throws Exception {
        subject = start();
    }

    @AfterAll
    void stopSubject() {
        if (subject != null) {
            subject.close();
        }
        threads.shutdownNow();
    }

    /** The good server. */
    protected final Subject subject() {
        if (subject == null) {
            throw new IllegalStateException("not started");
        }
        return subject;
    }

    /** A way out with the good server's secrets. */
    protected Lender lender() {
        return new Lender(subject().secrets(), InstantSource.system());
    }

    @Test
    void theDescriptorIsComplete() {
        Descriptor descriptor = connector().descriptor();
        assertTrue(descriptor.id().matches("[a-z][a-z0-9]*"), descriptor.id());
        assertFalse(descriptor.testedVersions().isEmpty());
        assertTrue(descriptor.icon().matches("[a-z]+-[a-z0-9-]+"), descriptor.icon());
        Set<String> keys = new HashSet<>();
        descriptor.settings().forEach(setting -> assertTrue(keys.add(setting.key())));
        descriptor.readingCalls().forEach(call -> assertTrue(call.matches("[A-Z]+ /.*"), call));
    }

    @Test
    void theTextsAreCompleteInBothLanguages() {
        Set<String> wanted = new TreeSet<>(List.of("connector.name", "connector.help"));
        for (Setting setting : connector().descriptor().settings()) {
            wanted.add("setting." + setting.key() + ".label");
            wanted.add("setting." + setting.key() + ".help");
        }
        connector().grants().forEach(grant -> wanted.add("grant." + grant.text()));
        for (ErrorCode code : errors()) {
            wanted.add("error." + code.id() + ".what");
            wanted.add("error." + code.id() + ".remedy");
        }
        wanted.addAll(furtherTexts());
        Set<String> french = connector().texts(Locale.FRENCH).keySet();
        Set<String> english = connector().texts(Locale.ENGLISH).keySet();
        assertEquals(new TreeSet<>(english), new TreeSet<>(french));
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(english);
        assertEquals(Set.of(), missing);
    }

    /** What to ask the system's owner for is told before a person gives away too much. */
    @Test
    void theLeastThatItNeedsIsReadyToCopy() {
        Set<Grant.Purpose> told = new HashSet<>();
        for (Grant grant : connector().grants()) {
            told.add(grant.purpose());
            assertFalse(grant.recipe().isBlank());
        }
        assertTrue(told.contains(Grant.Purpose.READ), connector().descriptor().id());
    }

    @Test
    void noTextIsObsolete() throws Exception {
        Set<String> known = SourceWords.of(connector().descriptor().id());
        known.addAll(furtherTexts());
        errors().forEach(code -> known.add(code.id()));
        connector().descriptor().settings().forEach(setting -> known.add(setting.key()));
        Set<String> obsolete = new TreeSet<>();
        for (String key : connector().texts(Locale.ENGLISH).keySet()) {
            String[] parts = key.split("\\.", 2);
            String rest =
                    parts.length == 1
                            ? key
                            : parts[1].replaceAll("\\.(what|remedy|label|help)$", "");
            boolean value =
                    parts[0].equals("value") && known.contains(rest.replaceAll("\\..*", ""));
            boolean used = value || known.contains(rest) || known.contains(key);
            if (!used && !parts[0].equals("connector")) {
                obsolete.add(key);
            }
        }
        assertEquals(Set.of(), obsolete);
    }

    @Test
    void readsTheGoodServerAndSaysTheSameTwice() throws Exception {
        try (Lender lender = lender();
                Session session = lender.open(connector(), subject().settings(), false, PATIENT)) {
            Observation first = inventory(session).observe();
            Observation second = inventory(session).observe();
            assertEquals(first.fingerprint(), second.fingerprint());
            assertFalse(first.version().isBlank());
            assertEquals(tellsOfMachines(), !first.nodes().isEmpty());
        }
    }

    @Test
    void aDeadPortIsUnreachable() throws Exception {
        fails(CommonError.UNREACHABLE, deadPort(subject().settings()));
    }

    @Test
    void anUnknownHostIsNamed() throws Exception {
        fails(CommonError.UNKNOWN_HOST, unknownHost(subject().settings()));
    }

    @Test
    void aSilentServerTimesOut() throws Exception {
        fails(CommonError.TIMEOUT, silentPort(subject().settings()));
    }

    @Test
    void aMissingSettingIsNamed() throws Exception {
        for (Setting setting : connector().descriptor().settings()) {
            if (!setting.required() || setting.kind() == Setting.Kind.SECRET) {
                continue;
            }
            Map<String, String> less = new HashMap<>(subject().settings());
            less.remove(setting.key());
            Fault fault = fails(CommonError.BAD_SETTING, less);
            assertEquals(setting.key(), fault.details().get("setting"));
        }
    }

    /** The observation fails with this code, in bounded time, and gives nothing away. */
    protected final Fault fails(ErrorCode code, Map<String, String> settings) throws Exception {
        try (Lender lender = lender()) {
            return fails(code, settings, lender);
        }
    }

    /** As {@link #fails(ErrorCode, Map)}, with other secrets. */
    protected final Fault fails(ErrorCode code, Map<String, String> settings, Lender lender) {
        long begun = System.nanoTime();
        ConnectorException e =
                assertThrows(
                        ConnectorException.class,
                        () -> {
                            try (Session session =
                                    lender.open(connector(), settings, true, SHORT)) {
                                inventory(session).observe();
                            }
                        });
        Fault fault = e.fault();
        assertEquals(code, fault.code(), fault.toString());
        assertEquals(Lender.ENDPOINT, fault.endpoint());
        assertEquals(Effect.NONE, fault.effect());
        assertTrue(
                Duration.ofNanos(System.nanoTime() - begun).compareTo(Duration.ofSeconds(30)) < 0);
        String all = fault + " " + e.getMessage();
        subject().secrets().values().forEach(secret -> assertFalse(all.contains(secret), all));
        assertFalse(all.contains("<"), all);
        return fault;
    }

    /** What reads. */
    protected static Inventory inventory(Session session) {
        return session.capability(Inventory.class).orElseThrow();
    }
}
