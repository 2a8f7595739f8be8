package org.ronron.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ronron.api.BackupFact;
import org.ronron.api.Backups;
import org.ronron.api.JobFact;
import org.ronron.api.Json;
import org.ronron.api.NoticeFact;
import org.ronron.api.Observation;
import org.ronron.core.json.JsonText;

class BackupJsonTest {
    private static final BackupFact FULL =
            new BackupFact(
                    "borg@nuage:/srv/dépôt",
                    "/home, /etc",
                    List.of(
                            new BackupFact.Cover(BackupFact.Cover.Kind.MACHINE, "celeri"),
                            new BackupFact.Cover(BackupFact.Cover.Kind.DATABASES, "10.0.0.5:5432"),
                            new BackupFact.Cover(BackupFact.Cover.Kind.BUCKETS, "s3.ours.test")),
                    "nuage",
                    "repokey",
                    BackupFact.Condition.BUSY,
                    List.of(
                            new BackupFact.Point(
                                    "celeri-2026-11-20",
                                    Facts.NOW,
                                    Optional.of(Duration.ofMillis(61_500)),
                                    OptionalLong.of(1L << 40),
                                    OptionalLong.of(0),
                                    BackupFact.Result.WARNINGS),
                            new BackupFact.Point(
                                    "celeri-2026-11-19.checkpoint",
                                    Facts.NOW.minusSeconds(86_400),
                                    Optional.empty(),
                                    OptionalLong.empty(),
                                    OptionalLong.empty(),
                                    BackupFact.Result.CUT)),
                    Optional.of(Facts.NOW.minusSeconds(9)),
                    Optional.of(Duration.ofDays(2)),
                    List.of(
                            new JobFact(
                                    "01j-check",
                                    Backups.CHECK_DATA,
                                    "borg@nuage:/srv/dépôt",
                                    "celeri-2026-11-20",
                                    Facts.NOW,
                                    Optional.of(Facts.NOW.plusSeconds(3)),
                                    JobFact.State.DONE,
                                    "5 archives\tread"),
                            new JobFact(
                                    "01j-run",
                                    Backups.RUN,
                                    "borg@nuage:/srv/dépôt",
                                    "",
                                    Facts.NOW,
                                    Optional.empty(),
                                    JobFact.State.RUNNING,
                                    "")));

    private static final NoticeFact NOTICE =
            new NoticeFact("n1", Facts.NOW, "uptime", "céleri ne répond plus", "a\nb", 8);

    private static final Observation SAID =
            Observation.of(Facts.NOW, "1.2", "f")
                    .withBackups(List.of(FULL))
                    .withNotices(List.of(NOTICE));

    private static Observation read(String text) throws IOException {
        return ObservationJson.read(JsonText.readObject(text)).orElseThrow();
    }

    @Test
    void seriesAndNoticesAreReadBack() throws IOException {
        assertEquals(SAID, read(JsonText.write(ObservationJson.write(SAID))));
    }

    @Test
    void whatWasKeptBeforeThereWereAnyIsReadAsNone() {
        Json.Obj now = ObservationJson.write(SAID);
        Json.Obj old = Json.obj();
        for (String member : now.members().keySet()) {
            boolean later = member.equals("backups") || member.equals("notices");
            old = later ? old : old.with(member, now.at(member));
        }
        Observation read = ObservationJson.read(old).orElseThrow();
        assertEquals(Observation.of(Facts.NOW, "1.2", "f"), read);
    }

    @Test
    void whatALaterVersionWroteProvesNothing() throws IOException {
        String text = JsonText.write(ObservationJson.write(SAID));
        BackupFact read =
                read(text.replace("\"DATABASES\"", "\"PLANETS\"")
                                .replace("\"BUSY\"", "\"PONDERING\"")
                                .replace("\"WARNINGS\"", "\"SPLENDID\"")
                                .replace("\"DONE\"", "\"SPLENDID\""))
                        .backups()
                        .getFirst();
        assertEquals(List.of("celeri", "s3.ours.test"), names(read));
        assertEquals(BackupFact.Condition.UNREADABLE, read.condition());
        assertEquals(Optional.empty(), read.newest());
        assertEquals(1, read.jobs().size(), "the check whose end is not understood counts not");
    }

    private static List<String> names(BackupFact read) {
        return read.covers().stream().map(BackupFact.Cover::name).toList();
    }

    @Test
    void whatMakesNoSenseIsReadWithoutHarm() throws IOException {
        String hostile =
                """
                {"format":1,"at":1,"backups":[7,{"covers":"x","points":[{},{"at":1e99,"took":-5,
                "bytes":"many"}],"promised":-1,"wal":"yesterday","jobs":[{"state":7}]}],
                "notices":[null,{"priority":99999999999,"at":true}]}""";
        Observation read = read(hostile);
        BackupFact backup = read.backups().getFirst();
        assertEquals(1, read.backups().size());
        assertEquals(2, backup.points().size());
        assertEquals(Optional.empty(), backup.points().getLast().took());
        assertEquals(Optional.empty(), backup.promised());
        assertEquals(Optional.empty(), backup.wal());
        assertEquals(List.of(), backup.jobs());
        assertEquals(10, read.notices().getFirst().priority());
    }

    @Test
    void noMorePointsAreReadThanAreTold() {
        Json.Obj point = Json.obj().with("key", "p").with("result", "DONE");
        Json.Obj many =
                Json.obj()
                        .with(
                                "points",
                                Json.arr(
                                        IntStream.range(0, BackupFact.MOST + 5)
                                                .mapToObj(i -> point)
                                                .toList()));
        assertEquals(BackupFact.MOST, BackupJson.backup(many).points().size());
    }
}
