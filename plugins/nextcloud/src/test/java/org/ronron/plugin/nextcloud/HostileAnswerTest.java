package org.ronron.plugin.nextcloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Host;
import org.ronron.api.Inventory;
import org.ronron.api.LinkFact;
import org.ronron.api.Observation;
import org.ronron.api.Session;
import org.ronron.api.Shell;
import org.ronron.api.Spaces;

/** Whatever a host answers, there is a picture or a fault in words. */
class HostileAnswerTest {
    private static final String GOOD =
            """
            == host
            version 31.0.5.1
            name web-1
            login ronron
            uid 1000
            == may
            configs
            saves
            == spaces
            FF amap
            WU chorale
            -W perdu
            == wanting
            link-missing 1 chorale
            == space
            APP\tFINE\tamap\tversion=31.0.5.1\tmaintenance=false
            OFFICE\tFINE\tcollabora\turl=https://office.example
            == end
            """;

    @TempDir java.nio.file.Path folder;

    private Session session(String out, int exit, String err) throws ConnectorException {
        Map<String, String> settings =
                new HashMap<>(
                        Map.of(
                                "host", "web.example",
                                "port", "22",
                                "user", "camille",
                                "domain", FarmRig.DOMAIN,
                                "occ", "php occ"));
        for (String path : List.of("code", "configs", "sites", "list", "saves")) {
            settings.put(path, "/srv/" + path);
        }
        Host real = new LocalHost(settings, ":", folder);
        Shell shell =
                (script, arguments, deadline) ->
                        new Shell.Answer(OptionalInt.of(exit), out, err, false);
        Host host =
                (Host)
                        Proxy.newProxyInstance(
                                Host.class.getClassLoader(),
                                new Class<?>[] {Host.class},
                                (self, method, given) -> {
                                    if (method.getName().equals("shell")) {
                                        return shell;
                                    }
                                    return method.invoke(real, given);
                                });
        return new NextcloudConnector().open(host);
    }

    private Observation observe(String out) throws ConnectorException {
        return session(out, 0, "").capability(Inventory.class).orElseThrow().observe();
    }

    @Test
    void theGoodAnswerIsReadWhole() throws Exception {
        Observation seen = observe(GOOD);
        assertEquals(5, seen.links().size());
        assertEquals("link-missing", seen.findings().getFirst().kind());
        assertTrue(seen.login().forbidden().contains("link.make"));
        assertFalse(seen.login().forbidden().contains("config.write"));
        List<LinkFact> links =
                session(GOOD, 0, "").capability(Spaces.class).orElseThrow().look("amap");
        assertEquals("31.0.5.1", links.getFirst().details().get("version"));
    }

    @Test
    void tenThousandSpoiltAnswersAreAPictureOrAFault() throws Exception {
        Random random = new Random(20261125);
        int read = 0;
        for (int i = 0; i < 10_000; i++) {
            StringBuilder spoilt = new StringBuilder(GOOD);
            for (int times = 1 + random.nextInt(4); times > 0; times--) {
                int at = random.nextInt(spoilt.length());
                switch (random.nextInt(4)) {
                    case 0 -> spoilt.setCharAt(at, (char) random.nextInt(0xD800));
                    case 1 -> spoilt.delete(at, Math.min(spoilt.length(), at + random.nextInt(40)));
                    case 2 -> spoilt.insert(at, "\u202e<b>\t=\n== ".repeat(random.nextInt(3)));
                    default -> spoilt.insert(at, spoilt.substring(at));
                }
                if (spoilt.isEmpty()) {
                    spoilt.append('x');
                }
            }
            try {
                Observation seen = observe(spoilt.toString());
                read++;
                seen.links().forEach(link -> assertTrue(Arguments.isName(link.space())));
            } catch (ConnectorException refused) {
                assertEquals(Effect.NONE, refused.fault().effect());
            }
            try {
                session(spoilt.toString(), 0, "").capability(Spaces.class).orElseThrow().look("a");
            } catch (ConnectorException refused) {
                assertEquals(Effect.NONE, refused.fault().effect());
            }
        }
        assertTrue(read > 1000 && read < 10_000, "read " + read);
    }

    @ParameterizedTest
    @CsvSource({"9.1.6.4", "24.0.12.1", "''", "x"})
    void anOldOrUnknownVersionIsSaid(String version) {
        String old = GOOD.replace("31.0.5.1\nname", version + "\nname");
        ConnectorException refused = assertThrows(ConnectorException.class, () -> observe(old));
        assertEquals(CommonError.WRONG_VERSION, refused.fault().code());
    }

    /** Each exit of the scripts has its code. */
    @ParameterizedTest
    @CsvSource({"16,PROGRAM_MISSING", "11,NOT_THERE", "13,AT_WORK", "29,NOT_ALLOWED"})
    void anExitHasItsCode(int exit, NextcloudError code) throws Exception {
        Inventory inventory =
                session("", exit, "pg_dump\n").capability(Inventory.class).orElseThrow();
        ConnectorException refused = assertThrows(ConnectorException.class, inventory::observe);
        assertEquals(code, refused.fault().code());
        assertEquals("pg_dump", refused.fault().details().get("program"));
    }
}
