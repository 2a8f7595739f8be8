package org.ronron.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Fault;
import org.ronron.core.json.JsonText;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Notes;
import org.ronron.core.model.Totals;
import org.ronron.core.model.Zone;
import org.ronron.resources.Texts;
import picocli.CommandLine;

/** The commands as a volunteer or a script meets them: what they print, and how they end. */
final class CommandsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T21:04:12Z");
    private static final String ONE = "SHA256:" + "1".repeat(43);
    private static final String TWO = "SHA256:" + "2".repeat(43);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(FakeChecks checks, Locale locale, String... arguments) {
        Texts texts = Texts.of(locale, checks.connectors());
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), texts);
        CommandLine line =
                new CommandLine(new RonronCommand(() -> Exit.OK))
                        .addSubcommand(
                                new StatusCommand(
                                        new FakeViews(), console, InstantSource.fixed(NOW)))
                        .addSubcommand(
                                new CheckCommand(
                                        checks,
                                        console,
                                        name ->
                                                name.equals("TOKEN")
                                                        ? Optional.of("canary-token")
                                                        : Optional.empty()));
        line.addSubcommand(new GrantsCommand(checks.connectors(), console));
        Cli.prepare(line, console);
        return line.execute(arguments);
    }

    @Test
    void theLeastIsPrintedSoThatItCanBeCopied() {
        assertEquals(Exit.OK, run(new FakeChecks(), Locale.ENGLISH, "grants", "fake"));
        assertEquals(
                List.of("# For reading", "# A token that reads.", "make-token --read", "x"),
                out.toString().lines().toList());
        assertEquals(Exit.USAGE, run(new FakeChecks(), Locale.ENGLISH, "grants", "other"));
        assertTrue(err.toString().contains("fake"), err.toString());
    }

    @Test
    void statusAsJsonHoldsTheFiguresOfEachZone() throws Exception {
        assertEquals(
                Exit.OK, run(new FakeChecks(), Locale.FRENCH, "status", "--sample", "s", "--json"));
        var json = JsonText.readObject(out.toString());
        assertEquals(11L, json.object("totals").number("nodes").orElseThrow());
        assertEquals(100L, json.object("totals").object("memory").number("total").orElseThrow());
        var zone = json.objects("zones").getFirst();
        assertEquals("bespin", zone.text("name").orElseThrow());
        assertEquals(14L, zone.number("workloads").orElseThrow());
        assertEquals(5450L, zone.object("cpu").number("reserved").orElseThrow());
        assertEquals(org.ronron.api.Json.Null.NULL, zone.object("memory").at("reserved"));
    }

    @Test
    void statusOfNothingSaysWhatToDo() {
        assertEquals(
                Exit.NOT_FOUND,
                run(new FakeChecks(), Locale.ENGLISH, "status", "--sample", "nope"));
        assertTrue(err.toString().contains("nope"));
        assertEquals("", out.toString());
    }

    @Test
    void aNameThatIsNotThereIsAnsweredWithThoseThatAre() {
        for (String option : List.of("--collective", "--sample")) {
            assertEquals(
                    Exit.NOT_FOUND,
                    run(new FakeChecks(), Locale.ENGLISH, "status", option, "nope", "--json"));
        }
        assertEquals("", out.toString());
        assertEquals(
                """
                No collective or sample of this name: nope
                Collectives of this computer (--collective): Les Chats, L’Atelier
                Samples (--sample): s
                """
                        .repeat(2),
                err.toString());
    }

    @Test
    void anUnknownTypeNamesTheKnownOnes() {
        assertEquals(Exit.USAGE, run(new FakeChecks(), Locale.ENGLISH, "check", "nomad"));
        assertTrue(err.toString().contains("fake"), err.toString());
    }

    @Test
    void withoutATypeTheKnownOnesAreNamed() {
        assertEquals(Exit.USAGE, run(new FakeChecks(), Locale.FRENCH, "check"));
        assertTrue(err.toString().startsWith("Dites quel type"), err.toString());
        assertTrue(err.toString().contains("fake"), err.toString());
    }

    @Test
    void whatIsMissingIsToldAsItIsTyped() {
        FakeChecks checks = new FakeChecks();
        checks.tokenNeeded = true;
        assertEquals(Exit.USAGE, run(checks, Locale.ENGLISH, "check", "fake"));
        assertTrue(
                err.toString()
                        .startsWith("For fake, this is missing: url=… --secret token=env:VARIABLE"),
                err.toString());
        assertEquals(0, checks.asked, "asked although something was missing");
    }

    @Test
    void aSecretNeverStandsOnTheCommandLine() {
        assertEquals(
                Exit.USAGE,
                run(new FakeChecks(), Locale.ENGLISH, "check", "fake", "token=canary-token"));
        assertTrue(err.toString().contains("--secret token=env:"), err.toString());
        assertFalse(err.toString().contains("canary-token"), "the secret was printed back");
    }

    @Test
    void aSecretComesFromTheEnvironmentAndIsWiped() {
        FakeChecks checks = new FakeChecks();
        assertEquals(
                Exit.OK,
                run(
                        checks,
                        Locale.ENGLISH,
                        "check",
                        "fake",
                        "url=x",
                        "--secret",
                        "token=env:TOKEN"));
        assertEquals("canary-token", checks.seen);
        assertArrayEquals(new char["canary-token".length()], checks.held);
        assertFalse(out.toString().contains("canary"));
    }

    @Test
    void howItIsReachedIsGivenLikeAnySetting() {
        FakeChecks checks = new FakeChecks();
        assertEquals(
                Exit.OK,
                run(
                        checks,
                        Locale.ENGLISH,
                        "check",
                        "fake",
                        "url=x",
                        "via=sam@a,b:2222",
                        "viaKeyFile=~/.ssh/id",
                        "clientCert=c.pem",
                        "clientKey=c.key",
                        "--secret",
                        "viaPassphrase=env:TOKEN",
                        "--secret",
                        "clientKeyPassphrase=env:TOKEN",
                        "--trust",
                        ONE,
                        "--trust",
                        TWO));
        assertEquals(
                Map.of(
                        "url",
                        "x",
                        "via",
                        "sam@a,b:2222",
                        "viaKeyFile",
                        "~/.ssh/id",
                        "clientCert",
                        "c.pem",
                        "clientKey",
                        "c.key"),
                checks.settingsSeen);
        assertEquals(Set.of("viaPassphrase", "clientKeyPassphrase"), checks.secretsSeen);
        assertEquals(List.of(ONE, TWO), checks.trustedSeen);
    }

    @Test
    void whatIsNoFingerprintIsNotTrusted() {
        FakeChecks checks = new FakeChecks();
        String[] call = {"check", "fake", "url=x", "--trust", "SHA256:short"};
        assertEquals(Exit.USAGE, run(checks, Locale.ENGLISH, call));
        assertTrue(err.toString().startsWith("Not a fingerprint: SHA256:short"), err.toString());
        assertEquals(0, checks.asked);
    }

    @Test
    void aPassphraseOfTheWayIsNoSetting() {
        assertEquals(
                Exit.USAGE,
                run(
                        new FakeChecks(),
                        Locale.ENGLISH,
                        "check",
                        "fake",
                        "url=x",
                        "viaPassphrase=canary-token"));
        assertFalse(err.toString().contains("canary-token"), "the secret was printed back");
    }

    @Test
    void aKeyInQuestionIsAcceptedByAnOption() {
        FakeChecks checks = new FakeChecks();
        checks.fault =
                new ConnectorException(
                        Fault.of(
                                CommonError.TRUST_UNKNOWN,
                                "fake",
                                "address",
                                "ssh://127.0.0.1:22",
                                "fingerprint",
                                "SHA256:abc"));
        assertEquals(Exit.FAULT, run(checks, Locale.ENGLISH, "check", "fake", "url=http://x"));
        assertTrue(err.toString().contains("--trust SHA256:abc"), err::toString);
    }

    @Test
    void theHelpOfCheckNamesHowItIsReached() {
        for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            out.getBuffer().setLength(0);
            assertEquals(Exit.OK, run(new FakeChecks(), locale, "check", "--help"));
            for (String key :
                    List.of(
                            "via",
                            "viaKeyFile",
                            "viaPassphrase",
                            "clientCert",
                            "clientKey",
                            "clientKeyPassphrase")) {
                assertTrue(out.toString().contains(key), key + " in " + locale);
            }
        }
    }

    @Test
    void aMissingVariableIsNamed() {
        assertEquals(
                Exit.USAGE,
                run(
                        new FakeChecks(),
                        Locale.ENGLISH,
                        "check",
                        "fake",
                        "--secret",
                        "token=env:NOPE"));
        assertTrue(err.toString().contains("NOPE"));
    }

    @Test
    void aFaultIsOneClearErrorWithItsRemedyAndNoStackTrace() {
        FakeChecks checks = new FakeChecks();
        checks.fault =
                new ConnectorException(
                        new Fault(
                                CommonError.UNREACHABLE,
                                "fake",
                                Effect.NONE,
                                Map.of("address", "http://127.0.0.1:1", "cause", "refused")));
        assertEquals(Exit.FAULT, run(checks, Locale.FRENCH, "check", "fake", "url=x"));
        String said = err.toString();
        assertTrue(said.startsWith("R-NET-01"), said);
        assertTrue(said.contains("http://127.0.0.1:1"), said);
        assertFalse(said.contains("\tat "), said);
        assertFalse(said.contains("["), "a text is missing: " + said);
    }

    @Test
    void aServersControlCharactersReachNoTerminal() {
        assertEquals("a [31m b c", Console.clean("a\u001b[31m\u0007b\u202ec"));
    }

    @Test
    void wrongUseSaysSoInOneLineAndShowsTheHelp() {
        assertEquals(Exit.USAGE, run(new FakeChecks(), Locale.ENGLISH, "--nonsense"));
        assertTrue(err.toString().contains("--nonsense"));
    }

    @Test
    void everyCommandHasItsHelp() {
        for (String command : List.of("status", "check")) {
            assertEquals(Exit.OK, run(new FakeChecks(), Locale.FRENCH, command, "--help"));
            assertTrue(
                    out.toString()
                            .contains(command.equals("check") ? "sans rien garder" : "à traiter"),
                    out.toString());
        }
    }

    private static final class FakeViews implements Views {
        @Override
        public Optional<Collective> sample(String name) {
            if (!name.equals("s")) {
                return Optional.empty();
            }
            Totals zone =
                    new Totals(
                            OptionalLong.empty(),
                            OptionalLong.of(50),
                            OptionalLong.of(5450),
                            OptionalLong.of(16200));
            Totals all =
                    new Totals(
                            OptionalLong.of(24),
                            OptionalLong.of(100),
                            OptionalLong.of(22500),
                            OptionalLong.of(60200));
            List<org.ronron.core.model.Node> nodes = Fakes.nodes(11);
            return Optional.of(
                    new Collective(
                            "c",
                            "C",
                            "sample",
                            List.of(new Zone("bespin", zone, true, 3, 14, Notes.EMPTY)),
                            nodes,
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            all,
                            56,
                            Map.of()));
        }

        @Override
        public List<String> samples() {
            return List.of("s");
        }

        @Override
        public List<String> collectives() {
            return List.of("Les Chats", "L’Atelier");
        }

        @Override
        public Optional<Collective> stored(Optional<String> name) {
            return Optional.empty();
        }
    }
}
