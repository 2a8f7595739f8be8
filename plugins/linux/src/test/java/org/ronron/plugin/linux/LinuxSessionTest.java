package org.ronron.plugin.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronron.api.Actions;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.api.Inventory;
import org.ronron.api.Observation;
import org.ronron.api.Session;
import org.ronron.api.Shell;

class LinuxSessionTest {
    private final LinuxConnector connector = new LinuxConnector();

    @Test
    void readsWithOneScriptThatChangesNothing() throws Exception {
        FakeHost host = answering(OptionalInt.of(0), Captures.read("debian-12.txt"), "", false);
        try (Session session = connector.open(host)) {
            Inventory inventory = session.capability(Inventory.class).orElseThrow();
            Observation seen = inventory.observe();

            assertEquals("courgette", seen.nodes().getFirst().name());
            assertEquals(Captures.AT, seen.at());
            assertEquals(1, host.ran.size());
            assertTrue(host.ran.getFirst().reading());
            assertEquals(Optional.empty(), session.capability(Actions.class));
        }
    }

    @Test
    void openingSendsNothing() throws Exception {
        FakeHost host = answering(OptionalInt.of(0), "", "", false);
        connector.open(host).close();

        assertEquals(0, host.ran.size());
    }

    @Test
    void noExitStatusIsNoSuccess() throws Exception {
        String whole = Captures.read("debian-12.txt");

        assertEquals(
                CommonError.CUT, refused(answering(OptionalInt.empty(), whole, "", false)).code());
    }

    @Test
    void anAnswerLongerThanIsKeptIsTooLarge() {
        Fault fault = refused(answering(OptionalInt.of(0), "x".repeat(4096), "", true));

        assertEquals(CommonError.TOO_LARGE, fault.code());
        assertEquals("4 KiB", fault.details().get("limit"));
    }

    @Test
    void aMachineThatRunsNoShellSaysWhy() {
        Fault fault =
                refused(
                        answering(
                                OptionalInt.of(1),
                                "",
                                "This account is currently not available.\n",
                                false));

        assertEquals(CommonError.COMMAND_FAILED, fault.code());
        assertEquals("1", fault.details().get("exit"));
        assertEquals("This account is currently not available.", fault.details().get("message"));
        assertEquals("Le serveur", fault.endpoint());
    }

    @ParameterizedTest
    @CsvSource({"host,''", "user,'  '", "port,0", "port,65536", "port,ssh", "port,22x"})
    void asksForTheSettingThatIsMissingOrWrong(String key, String value) {
        Map<String, String> settings = new HashMap<>(FakeHost.SETTINGS);
        settings.put(key, value);
        FakeHost host = new FakeHost(settings, new Shell.Answer(OptionalInt.of(0), "", "", false));
        ConnectorException refused =
                assertThrows(ConnectorException.class, () -> connector.open(host));

        assertEquals(CommonError.BAD_SETTING, refused.fault().code());
        assertEquals(key, refused.fault().details().get("setting"));
    }

    private static FakeHost answering(OptionalInt exit, String out, String err, boolean cut) {
        return FakeHost.answering(exit, out, err, cut);
    }

    private Fault refused(FakeHost host) {
        return assertThrows(
                        ConnectorException.class,
                        () ->
                                connector
                                        .open(host)
                                        .capability(Inventory.class)
                                        .orElseThrow()
                                        .observe())
                .fault();
    }
}
