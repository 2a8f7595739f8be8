package org.ronron.plugin.nextcloud;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ronron.plugin.nextcloud.FarmRig.DOMAIN;
import static org.ronron.plugin.nextcloud.FarmRig.MARK;
import static org.ronron.plugin.nextcloud.FarmRig.action;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.api.Action;
import org.ronron.api.CommonError;
import org.ronron.api.Effect;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Fault;
import org.ronron.api.LinkFact;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.testkit.conformance.Lab;

/** A space with a database on a real PostgreSQL, over OpenSSH. */
class RealSpaceLifeTest {
    private static final String EMAIL = "camille.dupont@asso.example";
    private static Database database;
    private static int spaces;
    @TempDir Path folder;
    private FarmRig rig;
    private String name;

    @BeforeAll
    static void startDatabase() throws Exception {
        database = Database.start();
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        if (database != null) {
            database.close();
        }
    }

    @BeforeEach
    void start() throws Exception {
        try {
            rig = new FarmRig(folder);
        } catch (MissingProgramException missing) {
            throw Lab.missing(missing);
        }
        name = "chorale-" + spaces++;
        database.space(name, FarmRig.SECRETS.getOrDefault("made/p1/db", ""));
        rig.done(FarmRig.configure(name, database.port()));
    }

    @AfterEach
    void stop() {
        if (rig != null) {
            rig.close();
        }
    }

    private Path own() {
        return rig.farm.configs().resolve(name);
    }

    private String tables() throws Exception {
        return database.sql(name, "select count(*) from pg_tables where tablename like 'oc\\_%'");
    }

    private List<Path> saves(String end) throws Exception {
        try (Stream<Path> list = Files.list(rig.farm.saves())) {
            return list.filter(p -> p.toString().endsWith(end)).toList();
        }
    }

    @Test
    void isInstalledAndWholeInAllItsParts() throws Exception {
        Action install = FarmRig.install(name, EMAIL);
        assertEquals(Verdict.NOT_DONE, rig.verdict(install));
        rig.done(install);
        rig.done(action("link.make", "name", name, "domain", DOMAIN));
        rig.done(action("runner.add", "name", name));
        rig.done(action("app.check", "name", name));

        String config = Files.readString(rig.config(name));
        assertTrue(config.contains("    0 => '" + name + "." + DOMAIN + "',"), config);
        assertTrue(config.contains("'ronron_mark' => '" + MARK + "'"), config);
        assertFalse(Files.exists(own().resolve("CAN_INSTALL")));
        assertEquals("4", tables());
        Map<LinkFact.Kind, LinkFact.Health> found = new java.util.EnumMap<>(LinkFact.Kind.class);
        rig.look(name).forEach(link -> found.put(link.kind(), link.health()));
        assertEquals(
                Map.of(
                        LinkFact.Kind.APP, LinkFact.Health.FINE,
                        LinkFact.Kind.DATABASE, LinkFact.Health.FINE,
                        LinkFact.Kind.RUNNER, LinkFact.Health.FINE),
                found);
        rig.perform(install);
        assertEquals("4", tables());
    }

    @Test
    void aWrongPasswordIsSaidAndTheNextAttemptBeginsAnew() throws Exception {
        database.sql("postgres", "alter role \"" + name + "\" password 'another'");
        Action install = FarmRig.install(name, EMAIL);
        Fault fault = rig.refused(install);
        assertEquals(NextcloudError.OCC_FAILED, fault.code());
        assertEquals(Effect.UNKNOWN, fault.effect());
        assertTrue(
                fault.details().getOrDefault("message", "").contains("password"), fault::toString);
        assertEquals(Verdict.NOT_DONE, rig.verdict(install));
        assertEquals(LinkFact.Health.WRONG, databaseOf(rig.look(name)).health());

        String secret = FarmRig.SECRETS.getOrDefault("made/p1/db", "");
        database.sql("postgres", "alter role \"" + name + "\" password '" + secret + "'");
        rig.done(install);
        assertEquals("4", tables());
    }

    private static LinkFact databaseOf(List<LinkFact> links) {
        return links.stream()
                .filter(l -> l.kind() == LinkFact.Kind.DATABASE)
                .findFirst()
                .orElseThrow();
    }

    /** As after a power cut in the middle: tables are there, and no installation. */
    @Test
    void whatAnAttemptThatWasCutLeftIsMadeAnew() throws Exception {
        Files.writeString(own().resolve("installing"), MARK + "\n");
        database.sql(name, "set role \"" + name + "\"; create table oc_users (uid text)");
        Action install = FarmRig.install(name, EMAIL);
        assertEquals(Verdict.NOT_DONE, rig.verdict(install));
        rig.done(install);
        assertEquals("4", tables());
    }

    @Test
    void anInstallationThatOccOnlyClaimsIsNotBelieved() throws Exception {
        rig.farm.faults("lies maintenance:install");
        Action install = FarmRig.install(name, EMAIL);
        Fault fault = rig.refused(install);
        assertEquals(NextcloudError.SAYS_OTHERWISE, fault.code());
        assertEquals(Verdict.NOT_DONE, rig.verdict(install));
        rig.farm.faults();
        rig.done(install);
    }

    /** Whom to write to is in no error. */
    @Test
    void anAddressThatOccRefusesIsNotRepeated() throws Exception {
        Fault fault = rig.refused(FarmRig.install(name, "camille.dupont"));
        assertEquals(NextcloudError.BAD_ARGUMENT, fault.code());
        Files.writeString(
                rig.farm.code().resolve("occ"),
                "#!/bin/sh\ncase \"$*\" in *install*) cat; exit 1 ;; *) echo '{}' ;; esac\n");
        Fault repeated = rig.refused(FarmRig.install(name, EMAIL));
        assertEquals(NextcloudError.OCC_FAILED, repeated.code());
        assertFalse(repeated.toString().contains("camille"), repeated::toString);
        assertFalse(repeated.toString().contains("Canary"), repeated::toString);
    }

    @Test
    void noPasswordIsInAListOfProcessesOrAnEnvironment() throws Exception {
        Path seen = folder.resolve("seen");
        Path occ = rig.farm.code().resolve("occ");
        Files.move(occ, rig.farm.code().resolve("occ.real"));
        Files.writeString(
                occ,
                "#!/bin/sh\nfor p in /proc/[0-9]*; do cat $p/cmdline $p/environ; done 2>/dev/null |"
                        + " tr '\\0' '\\n' >>'%s'\nexec \"${0%%occ}occ.real\" \"$@\"\n"
                                .formatted(seen));
        Files.setPosixFilePermissions(
                occ, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        rig.done(FarmRig.install(name, EMAIL));
        String all = Files.readString(seen);
        assertTrue(all.contains("maintenance:install"));
        FarmRig.SECRETS.values().forEach(secret -> assertFalse(all.contains(secret)));
        assertFalse(all.contains(EMAIL));
    }

    @Test
    void undoEmptiesTheDatabaseAfterACopyOfIt() throws Exception {
        Action install = FarmRig.install(name, EMAIL);
        rig.done(install);
        Action undo = rig.actions().inverse(install).orElseThrow();
        assertFalse(undo.arguments().toString().contains(EMAIL.substring(0, 3) + "x"));
        rig.done(undo);
        rig.done(undo);
        assertEquals("0", tables());
        assertEquals(1, saves(".uninstall.dump").size());
        assertEquals(Verdict.NOT_DONE, rig.verdict(install));
        rig.done(install);
    }

    @Test
    void undoIsRefusedOnceSomebodyHasLoggedIn() throws Exception {
        Action install = FarmRig.install(name, EMAIL);
        rig.done(install);
        Action undo = rig.actions().inverse(install).orElseThrow();
        long later = System.currentTimeMillis() / 1000 + 3600;
        for (Map<String, Long> seen :
                List.of(Map.of("admin", later), Map.of("admin", 0L, "zoe", later))) {
            rig.farm.lastSeen(name, seen);
            Fault fault = rig.refused(undo);
            assertEquals(NextcloudError.HOLDS_DATA, fault.code());
            assertEquals(Effect.NONE, fault.effect());
        }
        assertEquals("4", tables());
        assertEquals(Verdict.DONE, rig.verdict(install));
        assertEquals(List.of(), saves(".dump"));
    }

    @Test
    void aSavedDatabaseCanBeRestoredIntoAnother() throws Exception {
        rig.done(FarmRig.install(name, EMAIL));
        String word = "Procès-verbal de l’assemblée جمعية.odt";
        database.sql(name, "insert into oc_filecache (path, size) values ('" + word + "', 7)");
        Action save = action("database.save", "name", name, "mark", MARK);
        assertEquals(Verdict.NOT_DONE, rig.verdict(save));
        rig.done(save);
        Path dump = rig.farm.saves().resolve(name + "." + MARK + ".dump");
        database.restore(dump, name + "-back");
        String all = "select string_agg(path, '|' order by fileid) from oc_filecache";
        assertEquals(database.sql(name, all), database.sql(name + "-back", all));
        assertTrue(database.sql(name + "-back", all).endsWith(word));
    }

    /** A space that is removed at the second try carries the mark that it was made with. */
    @Test
    void aCopyOfAnEarlierTimeIsKeptAndNotTakenForTheNewOne() throws Exception {
        rig.done(FarmRig.install(name, EMAIL));
        Action save = action("database.save", "name", name, "mark", MARK);
        rig.done(save);
        Path dump = rig.farm.saves().resolve(name + "." + MARK + ".dump");
        Files.setLastModifiedTime(dump, FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));
        byte[] earlier = Files.readAllBytes(dump);
        database.sql(name, "insert into oc_filecache (path, size) values ('since then', 7)");
        rig.done(action("app.off", "name", name));
        assertEquals(Verdict.NOT_DONE, rig.verdict(save));
        rig.done(save);
        assertEquals(2, saves(".dump").size());
        Path kept = saves(".dump").stream().filter(p -> !p.equals(dump)).findFirst().orElseThrow();
        assertArrayEquals(earlier, Files.readAllBytes(kept));
        database.restore(dump, name + "-now");
        String last = "select path from oc_filecache order by fileid desc limit 1";
        assertEquals("since then", database.sql(name + "-now", last));
    }

    /** The line to us broke, and what we began goes on there. */
    @Test
    void whatStillRunsThereIsWaitedFor() throws Exception {
        Action install = FarmRig.install(name, EMAIL);
        Action save = action("database.save", "name", name, "mark", MARK);
        String lock = rig.farm.saves().resolve("." + name + ".lock").toString();
        Process holder =
                new ProcessBuilder("flock", lock, "sh", "-c", "echo held; read end").start();
        try (var held = holder.inputReader()) {
            assertEquals("held", held.readLine());
            for (Action one : List.of(install, save)) {
                assertEquals(Verdict.PENDING, rig.verdict(one));
                Fault fault = rig.refused(one);
                assertEquals(NextcloudError.AT_WORK, fault.code());
                assertEquals(Effect.NONE, fault.effect());
            }
        } finally {
            holder.outputWriter().close();
        }
        rig.done(install);
    }

    /** We gave up waiting, and what we began goes on: it is seen to its end, and made once. */
    @Test
    void anInstallationThatWeNoLongerHearOfIsFoundDone() throws Exception {
        rig.close();
        rig = new FarmRig(folder.resolve("again"), Map.of(), Duration.ofSeconds(5));
        rig.done(FarmRig.configure(name, database.port()));
        rig.farm.faults("slow 2");
        Action install = FarmRig.install(name, EMAIL);
        Fault fault = rig.refused(install);
        assertEquals(CommonError.TIMEOUT, fault.code());
        assertEquals(Effect.UNKNOWN, fault.effect());
        rig.farm.faults();
        Verdict found = rig.verdict(install);
        for (int looks = 0; found == Verdict.PENDING && looks < 1000; looks++) {
            found = rig.verdict(install);
        }
        assertEquals(Verdict.DONE, found);
        assertEquals("4", tables());
    }

    /** What is written goes where no byte has room. */
    @Test
    void aCopyThatHasNoRoomIsNotKept() throws Exception {
        rig.done(FarmRig.install(name, EMAIL));
        Path dump = rig.farm.saves().resolve(name + "." + MARK + ".dump");
        Files.createSymbolicLink(Path.of(dump + ".part"), Path.of("/dev/full"));
        Action save = action("database.save", "name", name, "mark", MARK);
        Fault fault = rig.refused(save);
        assertEquals(NextcloudError.FULL, fault.code());
        assertEquals(Effect.NONE, fault.effect());
        assertEquals(List.of(), saves(".part"));
        assertEquals(Verdict.NOT_DONE, rig.verdict(save));
        rig.done(save);
    }

    @Test
    void aCopyThatIsNotWholeIsNotKept() throws Exception {
        rig.done(FarmRig.install(name, EMAIL));
        database.sql("postgres", "alter role \"" + name + "\" nologin");
        Action save = action("database.save", "name", name, "mark", MARK);
        Fault fault = rig.refused(save);
        assertEquals(NextcloudError.COPY_FAILED, fault.code());
        assertEquals(Effect.NONE, fault.effect());
        assertEquals(List.of(), saves(".dump"));
        assertEquals(List.of(), saves(".part"));
        Path dump = rig.farm.saves().resolve(name + "." + MARK + ".dump");
        Files.writeString(dump, "half");
        assertEquals(Verdict.NOT_OURS, rig.verdict(save));
    }
}
