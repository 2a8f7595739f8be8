package org.ronron.plugin.nextcloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ronron.plugin.nextcloud.FarmRig.DOMAIN;
import static org.ronron.plugin.nextcloud.FarmRig.MARK;
import static org.ronron.plugin.nextcloud.FarmRig.action;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronron.api.Action;
import org.ronron.api.Effect;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Fault;
import org.ronron.api.FindingFact;
import org.ronron.api.Json;
import org.ronron.api.LinkFact;
import org.ronron.api.Observation;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.testkit.conformance.Lab;

/** The farm over OpenSSH, without a database. */
class RealFarmTest {
    @TempDir Path folder;
    private FarmRig rig;

    @BeforeEach
    void start() throws Exception {
        try {
            rig = new FarmRig(folder);
        } catch (MissingProgramException missing) {
            throw Lab.missing(missing);
        }
    }

    @AfterEach
    void stop() {
        if (rig != null) {
            rig.close();
        }
    }

    @Test
    void aConfigurationIsMadeOnceAndMovedAway() throws Exception {
        Action write = FarmRig.configure("chorale", 5432);
        assertEquals(Verdict.NOT_DONE, rig.verdict(write));
        rig.done(write);
        String config = Files.readString(rig.config("chorale"));
        assertTrue(config.contains("'dbpassword' => 'dbSecretCanary"), config);
        assertTrue(config.contains("'secret' => 's3SecretCanary"), config);
        assertTrue(config.contains("'class' => '\\\\OC\\\\Files\\\\ObjectStore\\\\S3',"), config);
        assertTrue(config.contains("    0 => 'chorale." + DOMAIN + "',"), config);
        assertEquals(
                "rw-r-----",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(rig.config("chorale"))));

        Fault again = rig.refused(write);
        assertEquals(NextcloudError.TAKEN, again.code());
        assertEquals(Effect.NONE, again.effect());
        Action remove = rig.actions().inverse(write).orElseThrow();
        rig.done(remove);
        rig.done(remove);
        assertEquals(Verdict.NOT_DONE, rig.verdict(write));
        assertEquals(1, saved(".config").size());
    }

    private List<String> saved(String end) throws Exception {
        try (Stream<Path> list = Files.list(rig.farm.saves())) {
            return list.map(p -> p.getFileName().toString()).filter(n -> n.endsWith(end)).toList();
        }
    }

    @Test
    void whatWasThereBeforeIsNotOursAndStaysAsItIs() throws Exception {
        rig.thereBefore("chorale", "  'installed' => true,");
        Path page = rig.farm.sites().resolve("chorale." + DOMAIN);
        Files.createDirectories(page);
        Files.writeString(page.resolve("index.html"), "ours for years");
        String before = Files.readString(rig.config("chorale"));

        Action write = FarmRig.configure("chorale", 5432);
        Action link = action("link.make", "name", "chorale", "domain", DOMAIN);
        Action install = FarmRig.install("chorale", "camille@example.org");
        for (Action one : List.of(write, link, install)) {
            assertEquals(Verdict.NOT_OURS, rig.verdict(one), one.verb());
            Fault fault = rig.refused(one);
            assertEquals(NextcloudError.TAKEN, fault.code(), one.verb());
            assertEquals(Effect.NONE, fault.effect());
        }
        for (Action one : List.of(write, link, install)) {
            Action back = rig.actions().inverse(one).orElseThrow();
            assertEquals(Verdict.NOT_OURS, rig.verdict(back), back.verb());
            assertEquals(NextcloudError.TAKEN, rig.refused(back).code(), back.verb());
        }
        assertEquals(before, Files.readString(rig.config("chorale")));
        assertEquals("ours for years", Files.readString(page.resolve("index.html")));
    }

    @Test
    void anotherPlansConfigurationAndLinkAreNotOurs() throws Exception {
        rig.done(FarmRig.configure("chorale", 5432));
        Action other = action("config.remove", "name", "chorale", "mark", "zzz999");
        assertEquals(Verdict.NOT_OURS, rig.verdict(other));
        assertEquals(NextcloudError.TAKEN, rig.refused(other).code());
        Path link = rig.farm.sites().resolve("chorale." + DOMAIN);
        Files.createSymbolicLink(link, folder);
        Action make = action("link.make", "name", "chorale", "domain", DOMAIN);
        assertEquals(Verdict.NOT_OURS, rig.verdict(make));
        assertEquals(NextcloudError.TAKEN, rig.refused(make).code());
        assertEquals(folder, Files.readSymbolicLink(link));
    }

    @Test
    void linksAndTheListComeAndGo() throws Exception {
        Action link = action("link.make", "name", "chorale", "domain", DOMAIN);
        assertEquals(Verdict.NOT_DONE, rig.verdict(link));
        rig.done(link);
        rig.done(link);
        rig.done(rig.actions().inverse(link).orElseThrow());
        assertEquals(Verdict.NOT_DONE, rig.verdict(link));

        Files.writeString(rig.farm.list(), "# a word\namap\nchorale-2\n");
        Action add = action("runner.add", "name", "chorale");
        rig.done(add);
        rig.done(add);
        assertEquals("# a word\namap\nchorale-2\nchorale\n", Files.readString(rig.farm.list()));
        rig.done(rig.actions().inverse(add).orElseThrow());
        assertEquals("# a word\namap\nchorale-2\n", Files.readString(rig.farm.list()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "; rm -rf /",
                "$(id)",
                "..",
                "../x",
                "-rf",
                "a/b",
                "A",
                "a b",
                "\n",
                "a\nb",
                "'",
                "",
                "جمعية الحي",
                "a\0b",
                "é"
            })
    void aHostileNameIsRefusedBeforeAnythingIsSent(String name) {
        for (String verb : List.of("runner.add", "app.off", "link.make", "config.remove")) {
            Action action = action(verb, "name", name, "domain", DOMAIN, "mark", MARK);
            Fault fault = rig.refused(action);
            assertEquals(NextcloudError.BAD_ARGUMENT, fault.code(), name);
            assertEquals(Effect.NONE, fault.effect());
            assertFalse(rig.actions().describe(action).exactCall().isBlank());
        }
    }

    @Test
    void aNameOfTenThousandCharactersIsRefused() throws Exception {
        Fault fault = rig.refused(action("runner.add", "name", "a".repeat(10_000)));
        assertEquals(NextcloudError.BAD_ARGUMENT, fault.code());
        assertEquals(List.of(), rig.look("a".repeat(10_000)));
        assertEquals(List.of(), rig.look("; rm -rf /"));
    }

    @Test
    void occThatEndsWellAndSaysOtherwiseIsNotBelieved() throws Exception {
        rig.inOrder("chorale");
        rig.farm.faults("lies maintenance:mode", "chatty");
        Action off = action("app.off", "name", "chorale");
        Fault fault = rig.refused(off);
        assertEquals(NextcloudError.SAYS_OTHERWISE, fault.code());
        assertEquals(Effect.UNKNOWN, fault.effect());
        assertEquals(Verdict.NOT_DONE, rig.verdict(off));
        rig.farm.faults("fails maintenance:mode");
        assertEquals(NextcloudError.OCC_FAILED, rig.refused(off).code());
        rig.farm.faults("chatty");
        rig.done(off);
        assertEquals(Verdict.NOT_DONE, rig.verdict(action("app.check", "name", "chorale")));
        rig.done(rig.actions().inverse(off).orElseThrow());
        rig.done(action("app.check", "name", "chorale"));
    }

    @Test
    void theOfficeSuiteIsSetAndTakenBack() throws Exception {
        rig.inOrder("chorale");
        Action set =
                action(
                        "office.set",
                        "name",
                        "chorale",
                        "suite",
                        "collabora",
                        "url",
                        "https://office-1.frama.example",
                        "before",
                        "onlyoffice",
                        "beforeUrl",
                        "https://office-2.frama.example");
        assertEquals(Verdict.NOT_DONE, rig.verdict(set));
        rig.done(set);
        LinkFact office = link(rig.look("chorale"), LinkFact.Kind.OFFICE);
        assertEquals("collabora", office.key());
        assertEquals("https://office-1.frama.example", office.details().get("url"));
        rig.done(rig.actions().inverse(set).orElseThrow());
        assertEquals("onlyoffice", link(rig.look("chorale"), LinkFact.Kind.OFFICE).key());
        rig.done(action("office.set", "name", "chorale", "suite", "none", "url", ""));

        // a farm whose suites have addresses of their names says only which it was before
        String url = "https://collabora.frama.example";
        Action plain =
                action(
                        "office.set",
                        "name",
                        "chorale",
                        "suite",
                        "collabora",
                        "url",
                        url,
                        "before",
                        "onlyoffice");
        Json.Obj back = rig.actions().inverse(plain).orElseThrow().arguments();
        assertEquals("onlyoffice", back.word("suite"));
        assertEquals("https://onlyoffice.frama.example", back.word("url"));
        Action unknown = action("office.set", "name", "chorale", "suite", "collabora", "url", url);
        assertEquals(Optional.empty(), rig.actions().inverse(unknown));
    }

    private static LinkFact link(List<LinkFact> links, LinkFact.Kind kind) {
        return links.stream().filter(l -> l.kind() == kind).findFirst().orElseThrow();
    }

    private static LinkFact.Health runner(Observation seen, String space) {
        List<LinkFact> its = seen.links().stream().filter(l -> l.space().equals(space)).toList();
        return link(its, LinkFact.Kind.RUNNER).health();
    }

    @Test
    void oneScriptTellsHowAllAre() throws Exception {
        rig.inOrder("bien");
        rig.inOrder("lent");
        rig.inOrder("hors-liste");
        rig.inOrder("coupe");
        rig.thereBefore(
                "coupe",
                "  'version' => '31.0.5.1',",
                "  'installed' => true,",
                "  'maintenance' => true,");
        rig.inOrder("vieux");
        rig.thereBefore("vieux", "  'version' => '30.0.1.2',", "  'installed' => true,");
        rig.thereBefore("sans-lien", "  'version' => '31.0.5.1',", "  'installed' => true,");
        Files.createSymbolicLink(rig.farm.sites().resolve("vide." + DOMAIN), rig.farm.code());
        Files.writeString(rig.farm.list(), "bien\nlent\ncoupe\nvieux\nsans-lien\nperdu\n");
        long now = System.currentTimeMillis() / 1000;
        FileTime before = FileTime.from(Instant.ofEpochSecond(now - 7200));
        Files.setLastModifiedTime(rig.config("vieux"), before);
        Files.writeString(
                Path.of(rig.farm.list() + ".ran"),
                "bien 5 1 0\nlent " + (now - 7200) + " 1 0\nbien " + now + " 2 0\n");

        Observation seen = rig.observe();
        assertEquals("31.0.5.1", seen.version());
        assertEquals("courgette", seen.nodes().getFirst().name());
        Map<String, String> said =
                seen.findings().stream()
                        .collect(
                                Collectors.toMap(
                                        FindingFact::kind,
                                        f -> f.details().getOrDefault("names", "")));
        assertEquals(
                Map.of(
                        "link-missing", "sans-lien",
                        "configuration-missing", "vide",
                        "not-in-runner", "hors-liste",
                        "maintenance", "coupe",
                        "upgrade-needed", "vieux",
                        "runner-late", "lent"),
                said);
        Set<String> apps =
                seen.links().stream()
                        .filter(l -> l.kind() == LinkFact.Kind.APP)
                        .map(l -> l.space() + " " + l.health())
                        .collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "bien FINE",
                        "lent FINE",
                        "hors-liste FINE",
                        "coupe OFF",
                        "vieux WRONG",
                        "sans-lien WRONG",
                        "vide WRONG"),
                apps);
        assertEquals(LinkFact.Health.FINE, runner(seen, "coupe"), "new, and did not run yet");
        assertEquals(LinkFact.Health.UNKNOWN, runner(seen, "vieux"), "not new, and never ran");
        LinkFact fresh = link(rig.look("coupe"), LinkFact.Kind.RUNNER);
        assertEquals(LinkFact.Health.FINE, fresh.health());
        assertEquals(Map.of("new", "true"), fresh.details());
        LinkFact never = link(rig.look("vieux"), LinkFact.Kind.RUNNER);
        assertEquals(LinkFact.Health.UNKNOWN, never.health());
        LinkFact ran = link(rig.look("bien"), LinkFact.Kind.RUNNER);
        assertEquals("2 s", ran.details().get("took"));
        assertEquals(LinkFact.Health.WRONG, link(rig.look("vieux"), LinkFact.Kind.APP).health());
    }

    @Test
    void tenThousandSpacesAreToldWithinSeconds() throws Exception {
        StringBuilder list = new StringBuilder();
        StringBuilder ran = new StringBuilder();
        long now = System.currentTimeMillis() / 1000;
        for (int i = 0; i < 10_000; i++) {
            String name = "association-" + i;
            rig.inOrder(name);
            list.append(name).append('\n');
            ran.append(name).append(' ').append(now).append(" 3 0\n");
        }
        Files.writeString(rig.farm.list(), list);
        Files.writeString(Path.of(rig.farm.list() + ".ran"), ran);
        long begun = System.nanoTime();
        Observation seen = rig.observe();
        long seconds = (System.nanoTime() - begun) / 1_000_000_000L;
        assertEquals(20_000, seen.links().size());
        assertEquals(List.of(), seen.findings());
        assertTrue(seconds < 15, seconds + " s");
    }
}
