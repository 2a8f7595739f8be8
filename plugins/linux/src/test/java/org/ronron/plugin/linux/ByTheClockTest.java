package org.ronron.plugin.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronron.api.FindingFact;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;
import org.ronron.api.Severity;

/** Timers, certificates and updates: what is right today and wrong by itself some day. */
class ByTheClockTest {
    private static List<FindingFact> of(String kind, Observation seen) {
        return seen.findings().stream().filter(f -> f.kind().equals(kind)).toList();
    }

    private static Observation unwell() throws Exception {
        return Captures.REPORT.read(Captures.read("composed-unwell.txt"));
    }

    private static Observation saying(String section, String lines) throws Exception {
        return Captures.REPORT.read("== name\nonion\n== " + section + "\n" + lines + "\n== end\n");
    }

    @Test
    void aTimersFailureIsSaidOnceWithItsTimer() throws Exception {
        assertEquals(
                List.of(
                        FindingFact.of(
                                "timer-failed",
                                Severity.ERROR,
                                "onion",
                                "unit",
                                "certbot.service",
                                "timer",
                                "certbot")),
                of("timer-failed", unwell()));
        assertEquals(1, of("unit-failed", unwell()).size(), "nginx has no timer");
    }

    @Test
    void aBackupThatDoesNotStartIsNamed() throws Exception {
        FindingFact late = of("backup-late", unwell()).getFirst();
        assertEquals(Severity.WARN, late.severity());
        assertEquals(
                Map.of(
                        "timer",
                        "borgmatic",
                        "unit",
                        "borgmatic.service",
                        "since",
                        "2026-11-20T01:00:03Z"),
                late.details());
        assertEquals(
                Map.of("timer", "restic-nas"), of("backup-off", unwell()).getFirst().details());
        assertEquals(
                "borgmatic 2026-11-20 01:00 UTC, restic-nas –, certbot 2026-11-23 00:00 UTC",
                unwell().nodes().getFirst().labels().get("timers"));
    }

    /** It is 2026-11-23 20:00; half a day is left for a start that is spread at random. */
    @ParameterizedTest
    @CsvSource({
        "daily borg,      2026-11-22T08:00:01Z, *-*-* 02:00:00,            false",
        "daily borg,      2026-11-22T07:59:59Z, *-*-* 02:00:00,            true",
        "hourly borg,     2026-11-20T00:00:00Z, *-*-* *:00:00,             true",
        "weekly barman,   2026-11-16T08:00:01Z, Mon *-*-* 02:00:00,        false",
        "weekly barman,   2026-11-16T07:59:59Z, Mon *-*-* 02:00:00,        true",
        "monthly backup,  2026-10-24T00:00:00Z, *-*-01 00:00:00,           false",
        "monthly backup,  2026-10-22T00:00:00Z, *-*-01 00:00:00,           true",
        "by event backup, 2026-11-01T00:00:00Z, '',                        false",
        "not a backup,    2026-01-01T00:00:00Z, *-*-* 02:00:00,            false",
        "dpkg-db-backup,  2026-01-01T00:00:00Z, *-*-* 02:00:00,            false",
        "borg tomorrow,   2026-11-24T02:00:00Z, *-*-* 02:00:00,            false",
    })
    void howLateItMayBeIsWhatItsCalendarSays(
            String words, String last, String calendar, boolean late) throws Exception {
        String name = words.replace(' ', '-').replace("not-a-backup", "logrotate");
        String line = name + ".timer x.service active 2026-01-01T00:00:00Z %s " + calendar;
        assertEquals(late, !of("backup-late", saying("timers", line.formatted(last))).isEmpty());
        String never = line.formatted("-").replace("2026-01-01T00:00:00Z", last);
        assertEquals(late, !of("backup-late", saying("timers", never)).isEmpty(), "never ran");
    }

    @Test
    void certificatesAreNamedBeforeTheyEnd() throws Exception {
        List<FindingFact> soon = of("certificate-soon", unwell());
        assertEquals(
                List.of("meet.example", "pad.example"),
                soon.stream().map(f -> f.details().get("name")).toList());
        assertEquals(
                List.of(Severity.ERROR, Severity.WARN),
                soon.stream().map(FindingFact::severity).toList());
        assertEquals("2026-12-02", soon.getLast().details().get("day"));
        FindingFact past = of("certificate-past", unwell()).getFirst();
        assertEquals(Severity.ERROR, past.severity());
        assertEquals("2026-11-20T06:00:00Z", past.details().get("since"));
        NodeFact node = unwell().nodes().getFirst();
        assertEquals("4", node.labels().get("certificates"), "one lies at two places");
        assertEquals("/etc/letsencrypt/live", node.labels().get("certificatesClosed"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T19:59:59Z, certificate-past, ERROR",
        "2026-11-26T19:59:59Z, certificate-soon, ERROR",
        "2026-11-26T20:00:01Z, certificate-soon, WARN",
        "2026-12-07T19:59:59Z, certificate-soon, WARN",
    })
    void underFourteenDaysAndUnderThree(String end, String kind, Severity severity)
            throws Exception {
        Observation seen = saying("certificates", end + "|/x.pem|");
        FindingFact found = of(kind, seen).getFirst();
        assertEquals(severity, found.severity());
        assertEquals("/x.pem", found.details().get("name"), "without a subject");
        assertEquals(1, seen.findings().size());
    }

    @Test
    void fourteenDaysAreEnough() throws Exception {
        assertEquals(
                List.of(), saying("certificates", "2026-12-07T20:00:00Z|/x.pem|CN = x").findings());
    }

    @Test
    void aCertificateThatSomebodyNamedIsNotForgottenWhereItCannotBeRead() throws Exception {
        MachineReport report =
                Captures.asking(List.of("/etc/nginx/meet.pem", "/etc/nginx/gone.pem"));
        List<FindingFact> found =
                of("certificate-unread", report.read(Captures.read("composed-unwell.txt")));
        assertEquals(
                List.of(Map.of("path", "/etc/nginx/gone.pem")),
                found.stream().map(FindingFact::details).toList());
        Observation none = report.read("== name\nonion\n== end\n");
        assertEquals(2, of("certificate-unread", none).size(), "no openssl there");
    }

    @Test
    void noUpdatesIsSaidOnlyByWhoLooked() throws Exception {
        Observation seen = Captures.REPORT.read(Captures.read("composed-forgotten.txt"));
        assertEquals(
                "2026-09-01T00:00:00Z", of("updates-old", seen).getFirst().details().get("since"));
        assertEquals("not known", seen.nodes().getFirst().labels().get("securityUpdates"));

        Observation noSource = saying("updates", "all 4\nlisted 2026-11-22");
        assertEquals("not known", noSource.nodes().getFirst().labels().get("securityUpdates"));
        assertEquals(List.of(), noSource.findings());

        Observation looked = saying("updates", "all 0\nsecurity 0\nlisted 2026-11-22");
        assertEquals("0", looked.nodes().getFirst().labels().get("securityUpdates"));
        assertFalse(
                saying("kernel", "Linux 6.1")
                        .nodes()
                        .getFirst()
                        .labels()
                        .containsKey("securityUpdates"));
    }
}
