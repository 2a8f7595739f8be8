package org.ronron.plugin.borg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronron.api.Action;
import org.ronron.api.Actions;
import org.ronron.api.Backups;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Host;
import org.ronron.api.Inventory;
import org.ronron.api.Json;
import org.ronron.api.Observation;
import org.ronron.api.Session;
import org.ronron.api.Shell;

/**
 * Whatever a machine answers, there is a picture or a fault in words; and what leaves is checked.
 */
class HostileAnswerTest {
    private static final String GOOD =
            """
            == host
            version\tborg 1.2.4, borgmatic 1.7.7
            name\tcourgette
            login\troot
            uid\t0
            == repository
            key\t/srv/r
            place\tcourgette
            source\t/srv/www
            secret\trepokey
            condition\tREADABLE
            point\twww-2\t1795322522\t12\t6000679\t5\tDONE
            point\twww-1.checkpoint\t1795322449\t\t\t\tCUT
            trouble\tpartial\tarchive=www-1.checkpoint
            == end
            """;

    private final List<String> sent = new ArrayList<>();

    private Session session(String out, int exit, String err) throws ConnectorException {
        Map<String, String> settings =
                Map.of("host", "h", "port", "22", "user", "root", "config", "/etc/b.yaml");
        Host real = new LocalHost(settings, Path.of("none"));
        Shell shell =
                (script, arguments, deadline) -> {
                    sent.add(script.name());
                    boolean own = script.name().startsWith("borg");
                    return new Shell.Answer(
                            OptionalInt.of(own ? exit : 73), own ? out : "", err, false);
                };
        Host host =
                (Host)
                        Proxy.newProxyInstance(
                                Host.class.getClassLoader(),
                                new Class<?>[] {Host.class},
                                (self, method, given) ->
                                        method.getName().equals("shell")
                                                ? shell
                                                : method.invoke(real, given));
        return new BorgConnector().open(host);
    }

    private Observation observe(String out) throws ConnectorException {
        return session(out, 0, "").capability(Inventory.class).orElseThrow().observe();
    }

    @Test
    void theGoodAnswerIsReadWhole() throws Exception {
        Observation seen = observe(GOOD);
        assertEquals(2, seen.backups().getFirst().points().size());
        assertEquals("www-2", seen.backups().getFirst().newest().orElseThrow().key());
        assertEquals(List.of("partial"), seen.findings().stream().map(f -> f.kind()).toList());
        assertTrue(seen.login().excessive());
    }

    @Test
    void thousandsOfSpoiltAnswersAreAPictureOrAFault() {
        Random random = new Random(20261125);
        int read = 0;
        for (int i = 0; i < 5_000; i++) {
            StringBuilder spoilt = new StringBuilder(GOOD);
            for (int times = 1 + random.nextInt(4); times > 0; times--) {
                int at = random.nextInt(spoilt.length());
                switch (random.nextInt(4)) {
                    case 0 -> spoilt.setCharAt(at, (char) random.nextInt(0xD800));
                    case 1 -> spoilt.delete(at, Math.min(spoilt.length(), at + random.nextInt(40)));
                    case 2 -> spoilt.insert(at, "\u202e<b>\t9\n== ".repeat(random.nextInt(3)));
                    default -> spoilt.insert(at, spoilt.substring(at));
                }
                if (spoilt.isEmpty()) {
                    spoilt.append('x');
                }
            }
            try {
                observe(spoilt.toString());
                read++;
            } catch (ConnectorException refused) {
                assertEquals(Effect.NONE, refused.fault().effect());
            }
        }
        assertTrue(read > 500 && read < 5_000, "read " + read);
    }

    @ParameterizedTest
    @CsvSource({"borg 2.0.0", "''", "borg"})
    void anUnknownVersionIsSaid(String version) {
        String other = GOOD.replace("borg 1.2.4, borgmatic 1.7.7", version);
        ConnectorException refused = assertThrows(ConnectorException.class, () -> observe(other));
        assertEquals(CommonError.WRONG_VERSION, refused.fault().code());
    }

    @ParameterizedTest
    @CsvSource({
        "11, NO_CONFIGURATION",
        "16, PROGRAM_MISSING",
        "17, NOT_EMPTY",
        "18, IN_SOURCE",
        "19, NOT_CONFIGURED",
        "28, NO_ROOM"
    })
    void anExitHasItsCode(int exit, BorgError code) throws Exception {
        Inventory inventory = session("", exit, "x\n").capability(Inventory.class).orElseThrow();
        ConnectorException refused = assertThrows(ConnectorException.class, inventory::observe);
        assertEquals(code, refused.fault().code());
        assertEquals("x", refused.fault().details().get("path"));
    }

    private static Action restore(String name, String value) {
        Json.Obj good =
                Json.obj()
                        .with("key", "/srv/r")
                        .with("receipt", "r-1")
                        .with("point", "www-2")
                        .with("destination", "/srv/back");
        return new Action("e1", Backups.RESTORE, good.with(name, value));
    }

    @ParameterizedTest
    @CsvSource({
        "receipt, ../x",
        "receipt, ''",
        "key, ''",
        "point, a::b",
        "destination, back",
        "destination, /",
        "destination, /srv/../etc",
        "destination, /srv/",
        "data, maybe"
    })
    void anArgumentThatIsNoneIsNotSent(String name, String value) throws Exception {
        Actions actions = session(GOOD, 0, "").capability(Actions.class).orElseThrow();
        Action action = restore(name, value);
        ConnectorException refused =
                assertThrows(
                        ConnectorException.class,
                        () -> actions.perform(action, new BorgRig.Quiet()));
        assertEquals(BorgError.BAD_ARGUMENT, refused.fault().code());
        assertEquals(name, refused.fault().details().get("argument"));
        assertEquals(List.of(), sent);
    }

    @Test
    void withoutRoomForTheReceiptNothingIsBegun() throws Exception {
        Actions actions = session("== end\n", 0, "").capability(Actions.class).orElseThrow();
        Action action = restore("point", "www-2");
        ConnectorException refused =
                assertThrows(
                        ConnectorException.class,
                        () -> actions.perform(action, new BorgRig.Quiet()));
        assertEquals(BorgError.NO_ROOM, refused.fault().code());
        assertEquals(List.of("receipt-look", "borg read", "receipt-begin"), sent);
    }

    /** What is shown is what one would type, whatever is in a name. */
    @Test
    void theExactCallIsQuoted() throws Exception {
        Actions actions = session("", 0, "").capability(Actions.class).orElseThrow();
        String call = actions.describe(restore("point", "it's; rm -rf /")).exactCall();
        assertTrue(call.startsWith("ssh -p 22 root@h '"), call);
        assertEquals(-1, call.indexOf(" it's"), call);
        assertThrows(
                IllegalArgumentException.class,
                () -> actions.describe(new Action("e1", "backup.other", Json.obj())));
        assertTrue(actions.inverse(restore("point", "x")).isEmpty());
    }
}
