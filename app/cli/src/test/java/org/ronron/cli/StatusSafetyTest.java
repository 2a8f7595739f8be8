package org.ronron.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.ronron.api.BackupFact;
import org.ronron.api.BackupFact.Condition;
import org.ronron.api.BackupFact.Point;
import org.ronron.api.BackupFact.Result;
import org.ronron.api.JobFact;
import org.ronron.api.Json;
import org.ronron.api.Severity;
import org.ronron.core.json.JsonText;
import org.ronron.core.model.Accepted;
import org.ronron.core.model.Backup;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Finding;
import org.ronron.core.model.Safety;
import org.ronron.core.model.Totals;
import org.ronron.core.model.Uncovered;
import org.ronron.resources.Texts;
import picocli.CommandLine;

/** What {@code status} says of backups and of what needs a person. */
class StatusSafetyTest {
    private static final Instant NOW = Instant.parse("2026-11-23T21:00:00Z");

    private static Point point(String key, long hours, Result result) {
        Instant at = NOW.minus(Duration.ofHours(hours));
        return new Point(
                key, at, Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), result);
    }

    private static Backup borg() {
        JobFact running =
                new JobFact(
                        "r-1",
                        "backup.check",
                        "/srv/borg/pads",
                        "",
                        NOW.minusSeconds(300),
                        Optional.empty(),
                        JobFact.State.RUNNING,
                        "segment 3 of\u001b[31m 9");
        JobFact ended =
                new JobFact(
                        "r-0",
                        "backup.now",
                        "/srv/borg/pads",
                        "",
                        NOW.minusSeconds(9000),
                        Optional.of(NOW.minusSeconds(8000)),
                        JobFact.State.DONE,
                        "done");
        BackupFact fact =
                new BackupFact(
                        "/srv/borg/pads",
                        "/var/lib/pads",
                        List.of(),
                        "nas",
                        "repokey",
                        Condition.READABLE,
                        List.of(point("cut", 1, Result.CUT), point("pads-23", 5, Result.DONE)),
                        Optional.empty(),
                        Optional.of(Duration.ofHours(24)),
                        List.of(running, ended));
        return new Backup(
                "e1",
                "Borg du NAS",
                "borg",
                NOW.minusSeconds(20),
                fact,
                Backup.Posture.PROTECTED,
                Backup.Place.ELSEWHERE,
                "grenier",
                Optional.of(
                        new Backup.Verified(
                                Backup.Level.RESTORED,
                                "pads-20",
                                NOW.minus(Duration.ofDays(3)),
                                "812 files, all the same")));
    }

    private static Backup barman() {
        BackupFact fact =
                new BackupFact(
                        "main",
                        "",
                        List.of(),
                        "",
                        "none",
                        Condition.UNREADABLE,
                        List.of(point("failed", 2, Result.FAILED)),
                        Optional.of(NOW.minusSeconds(120)),
                        Optional.empty(),
                        List.of());
        return new Backup(
                "e2",
                "Barman",
                "barman",
                NOW,
                fact,
                Backup.Posture.BROKEN,
                Backup.Place.UNKNOWN,
                "",
                Optional.empty());
    }

    private static Finding silent(String name, Severity severity) {
        Instant since = NOW.minus(Duration.ofHours(3));
        return new Finding(
                "silent",
                "",
                severity,
                name,
                Map.of("endpoint", name, "address", "ssh://" + name, "since", since.toString()));
    }

    private static Collective collective() {
        OptionalLong none = OptionalLong.empty();
        Accepted accepted =
                new Accepted(
                        silent("vieux", Severity.ERROR),
                        "rendu en janvier",
                        "Camille",
                        NOW.minus(Duration.ofDays(2)),
                        LocalDate.of(2027, 1, 10));
        return new Collective(
                        "c",
                        "C",
                        "own",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        new Totals(none, none, none, none),
                        0,
                        Map.of())
                .with(
                        new Safety(
                                List.of(barman(), borg()),
                                List.of(new Uncovered(Uncovered.Kind.DATABASES, "e9", "pg-1", 12))),
                        List.of())
                .withAccepted(
                        List.of(
                                silent("tiede", Severity.INFO),
                                silent("muet", Severity.STOP),
                                silent("lent", Severity.WARN)),
                        List.of(accepted));
    }

    private static String status(Locale locale, String... more) {
        StringWriter out = new StringWriter();
        Texts texts = Texts.of(locale, List.of());
        Console console = new Console(new PrintWriter(out), new PrintWriter(out), texts);
        CommandLine line =
                new CommandLine(new RonronCommand(() -> Exit.OK))
                        .addSubcommand(
                                new StatusCommand(new One(), console, InstantSource.fixed(NOW)));
        Cli.prepare(line, console);
        List<String> call = new ArrayList<>(List.of("status"));
        call.addAll(List.of(more));
        assertEquals(Exit.OK, line.execute(call.toArray(new String[0])), out::toString);
        return out.toString();
    }

    private static Json.Obj json(Locale locale) throws Exception {
        return JsonText.readObject(status(locale, "--json"));
    }

    @Test
    void eachBackupIsTold() throws Exception {
        Json.Obj told = json(Locale.ENGLISH).objects("backups").getLast();
        assertEquals("Borg du NAS", told.text("endpoint").orElseThrow());
        assertEquals("borg", told.text("type").orElseThrow());
        assertEquals("/srv/borg/pads", told.text("key").orElseThrow());
        assertEquals("/var/lib/pads", told.text("saves").orElseThrow());
        assertEquals("nas", told.text("place").orElseThrow());
        assertEquals("elsewhere", told.text("copy").orElseThrow());
        assertEquals("grenier", told.text("zone").orElseThrow());
        assertEquals("protected", told.text("posture").orElseThrow());
        assertEquals(2L, told.number("points").orElseThrow());
        assertEquals(86_400L, told.number("promised").orElseThrow());
        Json.Obj newest = told.object("newest");
        assertEquals("pads-23", newest.text("key").orElseThrow(), "one that was cut is none");
        assertEquals("2026-11-23T16:00:00Z", newest.text("at").orElseThrow());
        assertEquals(18_000L, newest.number("age").orElseThrow());
        assertEquals(Json.Null.NULL, told.at("wal"));
        Json.Obj verified = told.object("verified");
        assertEquals("restored", verified.text("level").orElseThrow());
        assertEquals("pads-20", verified.text("point").orElseThrow());
        assertEquals("812 files, all the same", verified.text("said").orElseThrow());
        assertEquals(259_200L, verified.number("age").orElseThrow());
        Json.Obj running = told.objects("running").getFirst();
        assertEquals(1, told.objects("running").size(), "what ended does not run");
        assertEquals("backup.check", running.text("verb").orElseThrow());
        assertEquals(300L, running.number("age").orElseThrow());
    }

    @Test
    void whatIsNotThereIsNullAndNeverCalledVerified() throws Exception {
        Json.Obj told = json(Locale.ENGLISH).objects("backups").getFirst();
        assertEquals("broken", told.text("posture").orElseThrow());
        assertEquals("unreadable", told.text("condition").orElseThrow());
        assertEquals(Json.Null.NULL, told.at("newest"), "a failed one is none");
        assertEquals(Json.Null.NULL, told.at("verified"));
        assertEquals(120L, told.object("wal").number("age").orElseThrow());
        assertEquals(List.of(), told.objects("running"));
        Json.Obj uncovered = json(Locale.ENGLISH).objects("uncovered").getFirst();
        assertEquals("databases", uncovered.text("kind").orElseThrow());
        assertEquals("pg-1", uncovered.text("what").orElseThrow());
        assertEquals(12L, uncovered.number("spaces").orElseThrow());
    }

    @Test
    void findingsAreWorstFirstInTheReadersWordsAndThenThoseThatWereAccepted() throws Exception {
        List<Json.Obj> french = json(Locale.FRENCH).objects("findings");
        assertEquals(
                List.of("muet", "lent", "tiede", "vieux"),
                french.stream().map(f -> f.text("subject").orElseThrow()).toList());
        Json.Obj first = french.getFirst();
        assertEquals("silent", first.text("kind").orElseThrow());
        assertEquals("", first.text("type").orElseThrow());
        assertEquals("stop", first.text("severity").orElseThrow());
        assertTrue(first.text("text").orElseThrow().contains("ne répond plus"), first::toString);
        assertFalse(first.text("remedy").orElseThrow().isBlank());
        assertEquals(Json.Null.NULL, first.at("accepted"));
        Json.Obj accepted = french.getLast().object("accepted");
        assertEquals("rendu en janvier", accepted.text("reason").orElseThrow());
        assertEquals("Camille", accepted.text("who").orElseThrow());
        assertEquals("2027-01-10", accepted.text("until").orElseThrow());
        String english =
                json(Locale.ENGLISH).objects("findings").getFirst().text("text").orElseThrow();
        assertTrue(english.contains("has not answered for 3"), english);
    }

    @Test
    void peopleReadTheWorstFirstAndThenTheBackups() {
        List<String> lines =
                status(Locale.ENGLISH).lines().map(l -> l.replace('\u00a0', ' ')).toList();
        assertTrue(lines.get(1).startsWith("!! “muet”"), lines::toString);
        assertTrue(lines.get(2).startsWith("!  “lent”"), lines::toString);
        assertTrue(lines.get(3).startsWith("·  “tiede”"), lines::toString);
        assertEquals(
                List.of(
                        "1 more, accepted, is folded.",
                        "Backups",
                        "  main (Barman): cannot be relied upon",
                        "    no recovery point, last changes received 2 min ago, never checked,"
                                + " place of the copy not known",
                        "  /var/lib/pads (Borg du NAS): protected",
                        "    newest point 5 h ago, verified by a restore 3 d ago,"
                                + " copy elsewhere (nas)",
                        "    under way, begun 5 min ago: segment 3 of [31m 9",
                        "  Nothing saves the databases of pg-1."),
                lines.subList(4, lines.size()));
    }

    @Test
    void noTextIsMissingInAnyLanguage() {
        for (Locale locale : Texts.LANGUAGES) {
            Texts texts = Texts.of(locale, List.of());
            for (Backup.Posture posture : Backup.Posture.values()) {
                assertTrue(texts.has("status.posture." + posture.name()), posture::name);
            }
            for (Backup.Level level : Backup.Level.values()) {
                assertTrue(texts.has("status.level." + level.name()), level::name);
            }
            for (Backup.Place place : Backup.Place.values()) {
                assertTrue(texts.has("status.copy." + place.name()), place::name);
            }
            for (Uncovered.Kind kind : Uncovered.Kind.values()) {
                String key = "status.uncovered." + kind.name().toLowerCase(Locale.ROOT);
                assertTrue(texts.has(key), key);
            }
            for (var state : org.ronron.core.model.EndpointView.State.values()) {
                assertTrue(texts.has("status.state." + state.name()), state::name);
            }
        }
    }

    private static final class One implements Views {
        @Override
        public Optional<Collective> sample(String name) {
            return Optional.empty();
        }

        @Override
        public List<String> samples() {
            return List.of();
        }

        @Override
        public List<String> collectives() {
            return List.of("C");
        }

        @Override
        public Optional<Collective> stored(Optional<String> name) {
            return Optional.of(collective());
        }
    }
}
