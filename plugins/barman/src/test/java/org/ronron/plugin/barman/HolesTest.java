package org.ronron.plugin.barman;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.api.Observation;

/** A log file that is missing, which Barman itself does not see; by the names of those it keeps. */
class HolesTest {
    @TempDir Path folder;

    /** A server whose two backups begin at ...09 and ...0D, and these log files, by their ends. */
    private List<String> holes(long segment, String... wals) throws Exception {
        Path kept = folder.resolve("wals");
        for (String wal : wals) {
            Path inner = Files.createDirectories(kept.resolve(wal.substring(0, 16)));
            Files.createFile(inner.resolve(wal));
        }
        Files.createFile(kept.resolve("00000002.history"));
        Files.createFile(kept.resolve("xlog.db"));
        String diagnose =
                Answering.text("barman-3.4-diagnose-plain.json")
                        .replace("/srv/lab/barman/home/pgstream/wals", kept.toString())
                        .replace(
                                "\"xlog_segment_size\": 16777216",
                                "\"xlog_segment_size\": " + segment);
        Observation seen = new Answering(folder).with("diagnose", diagnose).host().observe();
        return seen.findings().stream()
                .filter(f -> f.subject().equals("pgstream"))
                .map(
                        f ->
                                f.kind()
                                        + " "
                                        + f.severity()
                                        + " "
                                        + f.details().get("from")
                                        + " "
                                        + f.details().get("to")
                                        + " "
                                        + f.details().get("count"))
                .toList();
    }

    private static final long MIB_16 = 16 << 20;
    private static final String[] WHOLE = {
        "000000010000000000000009",
        "00000001000000000000000A",
        "00000001000000000000000B",
        "00000001000000000000000C",
        "00000001000000000000000D"
    };

    private static String[] with(String... more) {
        return java.util.stream.Stream.concat(
                        java.util.Arrays.stream(WHOLE), java.util.Arrays.stream(more))
                .toArray(String[]::new);
    }

    @Test
    void aWholeChainHasNone() throws Exception {
        assertEquals(List.of(), holes(MIB_16, with("00000001000000000000000E")));
    }

    @Test
    void aHoleAfterTheNewestBackupIsAnError() throws Exception {
        assertEquals(
                List.of("wal-gap ERROR 00000001000000000000000E 00000001000000000000000F 2"),
                holes(MIB_16, with("000000010000000000000010")));
    }

    /** From the newest on all can be restored: it costs the time between the two. */
    @Test
    void aHoleBeforeTheNewestBackupWarns() throws Exception {
        assertEquals(
                List.of("wal-gap WARN 00000001000000000000000B 00000001000000000000000B 1"),
                holes(MIB_16, WHOLE[0], WHOLE[1], WHOLE[3], WHOLE[4]));
    }

    /** What is older than the oldest good backup is of no use to anybody. */
    @Test
    void aHoleBeforeTheOldestBackupIsNone() throws Exception {
        assertEquals(
                List.of(),
                holes(MIB_16, with("000000010000000000000003", "000000010000000000000005")));
    }

    @Test
    void theNewestBackupsOwnLogIsMissed() throws Exception {
        assertEquals(
                List.of("wal-gap ERROR 00000001000000000000000D 00000001000000000000000D 1"),
                holes(MIB_16, WHOLE[0], WHOLE[1], WHOLE[2], WHOLE[3]));
    }

    /** With files of 16 MiB, FF is followed by 00 of the next; of 1 GiB, 03 is. */
    @Test
    void afterTheLastOfALogIdComesTheNextId() throws Exception {
        String[] upTo = new String[256 - 9 + 2];
        for (int n = 9; n < 256; n++) {
            upTo[n - 9] = "00000001%08X%08X".formatted(0, n);
        }
        upTo[247] = "000000010000000100000000";
        upTo[248] = "000000010000000100000001";
        assertEquals(List.of(), holes(MIB_16, upTo));
    }

    @Test
    void aLogIdOfLargeFilesIsShorter() throws Exception {
        long gib = 1L << 30;
        // the backups of the capture begin at 9 and D of log 0: with files of 1 GiB,
        // 0000000200000001 and on
        assertEquals(
                List.of("wal-gap ERROR 000000010000000300000002 000000010000000300000002 1"),
                holes(
                        gib,
                        "000000010000000200000001",
                        "000000010000000200000002",
                        "000000010000000200000003",
                        "000000010000000300000000",
                        "000000010000000300000001",
                        "000000010000000300000003"));
    }

    /** The file at which a timeline ends may be there on the new one only. */
    @Test
    void aNewTimelineGoesOnWhereTheOldOneEnds() throws Exception {
        assertEquals(
                List.of(),
                holes(MIB_16, with("00000002000000000000000E", "00000002000000000000000F")));
    }

    @Test
    void aNewTimelineMayBeginBeforeTheOldOnesEnd() throws Exception {
        assertEquals(
                List.of("wal-gap ERROR 00000002000000000000000D 00000002000000000000000D 1"),
                holes(
                        MIB_16,
                        with(
                                "00000001000000000000000E",
                                "00000002000000000000000C",
                                "00000002000000000000000E")));
    }

    @Test
    void otherFilesDoNotFillAHole() throws Exception {
        assertEquals(
                List.of("wal-gap ERROR 00000001000000000000000E 00000001000000000000000E 1"),
                holes(
                        MIB_16,
                        with(
                                "00000001000000000000000E.partial",
                                "00000001000000000000000E.00000028.backup",
                                "00000001000000000000000F")));
    }
}
