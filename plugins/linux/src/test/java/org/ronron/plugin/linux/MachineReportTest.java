package org.ronron.plugin.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.FindingFact;
import org.ronron.api.NodeFact;
import org.ronron.api.NodeFact.Machine;
import org.ronron.api.Observation;
import org.ronron.api.Severity;
import org.ronron.api.WorkloadFact;
import org.ronron.api.WorkloadFact.State;

class MachineReportTest {
    @Test
    void readsDebian() throws Exception {
        Observation seen = Captures.REPORT.read(Captures.read("debian-12.txt"));
        NodeFact node = seen.nodes().getFirst();

        assertEquals("Debian GNU/Linux 12 (bookworm)", seen.version());
        assertEquals("courgette", node.name());
        assertEquals(List.of("192.0.2.11", "2001:db8::11"), node.addresses());
        assertEquals(OptionalLong.of(24_684_092L * 1024), node.memory());
        assertEquals(OptionalLong.of(5192), node.cpu());
        assertEquals(OptionalLong.of(264_212_084L * 1024), node.disk());
        assertEquals(Machine.CONTAINER, node.machine());
        assertEquals("2026-11-23 19:09 UTC", node.labels().get("since"));
        assertEquals("127", node.labels().get("updates"));
        assertFalse(node.labels().containsKey("failedUnits"), "no systemd there: not known");
        assertEquals(
                List.of(
                        new FindingFact(
                                "security-updates",
                                Severity.WARN,
                                "courgette",
                                Map.of("count", "79"))),
                seen.findings());
    }

    @Test
    void whatIsInUseIsToldWhereTheKernelTellsIt() throws Exception {
        String answer = Captures.read("debian-12.txt");
        NodeFact older = Captures.REPORT.read(answer).nodes().getFirst();
        assertEquals(OptionalLong.empty(), older.room().memoryUsed());
        String told = answer.replaceFirst("== memory", "== used\n6442450944\n== memory");
        NodeFact node = Captures.REPORT.read(told).nodes().getFirst();
        assertEquals(OptionalLong.of(6L << 30), node.room().memoryUsed());
        assertEquals(OptionalLong.empty(), node.room().memoryKept(), "nothing places there");
    }

    @Test
    void busyboxTellsTheSameButUpdates() throws Exception {
        NodeFact node = Captures.REPORT.read(Captures.read("busybox-1.35.txt")).nodes().getFirst();

        assertEquals("courgette", node.name());
        assertEquals(List.of("192.0.2.11", "2001:db8::11"), node.addresses());
        assertEquals(OptionalLong.of(24_684_092L * 1024), node.memory());
        assertEquals(OptionalLong.of(5192), node.cpu());
        assertTrue(node.diskFree().isPresent());
        assertFalse(node.labels().containsKey("updates"));
    }

    @Test
    void listsContainersOfPodman() throws Exception {
        Observation seen = Captures.REPORT.read(Captures.read("podman-4.3.txt"));

        Map<String, State> states = new java.util.TreeMap<>();
        for (WorkloadFact container : seen.workloads()) {
            states.put(container.name(), container.state());
            assertEquals(Optional.of("localhost/tiny:latest"), container.group());
            assertEquals("courgette", container.nodeKey());
        }
        assertEquals(
                Map.of("web", State.RUNNING, "once", State.STOPPED, "idle", State.STOPPED), states);
        assertEquals("3", seen.nodes().getFirst().labels().get("containers"));
    }

    @Test
    void saysWhatNeedsAPerson() throws Exception {
        Observation seen = Captures.REPORT.read(Captures.read("composed-unwell.txt"));

        assertEquals(
                List.of(
                        "disk-full",
                        "disk-full",
                        "unit-failed",
                        "timer-failed",
                        "backup-late",
                        "backup-off",
                        "certificate-past",
                        "certificate-soon",
                        "certificate-soon",
                        "reboot-required"),
                seen.findings().stream().map(FindingFact::kind).toList());
        assertEquals(Map.of("mount", "/", "percent", "98"), seen.findings().get(0).details());
        assertEquals(Severity.ERROR, seen.findings().get(0).severity());
        assertEquals(
                Map.of("mount", "/srv/my data", "percent", "91"), seen.findings().get(1).details());
        assertEquals(Severity.WARN, seen.findings().get(1).severity());
        assertEquals(Map.of("unit", "nginx.service"), seen.findings().get(2).details());
        assertEquals("2", seen.nodes().getFirst().labels().get("failedUnits"));
        assertEquals(Machine.PHYSICAL, seen.nodes().getFirst().machine());
        assertEquals(
                List.of(State.RUNNING, State.FAILED, State.STARTING, State.STOPPED, State.FAILED),
                seen.workloads().stream().map(WorkloadFact::state).toList());
    }

    @Test
    void fingerprintHoldsStillWhileTheMachineWorksAndMovesWhenItChanges() throws Exception {
        String answer = Captures.read("debian-12.txt");
        String busy =
                answer.replace("12599420  82901844      14%", "22599420  72901844      24%")
                        .replaceFirst("all 127", "all 131")
                        .replaceFirst("== uptime\n\\d+", "== uptime\n999999");
        String grown = answer.replace("25276510208", "50553020416");

        String before = Captures.REPORT.read(answer).fingerprint();
        assertNotEquals(answer, busy);
        assertEquals(before, Captures.REPORT.read(busy).fingerprint());
        assertNotEquals(before, Captures.REPORT.read(grown).fingerprint());
    }

    @Test
    void aMachineWithoutANameIsCalledByItsAddress() throws Exception {
        String answer =
                Captures.read("debian-12.txt").replace("courgette", "localhost.localdomain");

        assertEquals("serveur.example", Captures.REPORT.read(answer).nodes().getFirst().name());
    }

    @Test
    void nothingButItsNameIsStillAMachine() throws Exception {
        NodeFact node = Captures.REPORT.read("== name\nonion\n== end\n").nodes().getFirst();

        assertEquals("onion", node.name());
        assertEquals(OptionalLong.empty(), node.memory());
        assertEquals(Machine.UNKNOWN, node.machine());
        assertEquals(Map.of(), node.labels());
    }

    @Test
    void anAnswerThatWasCutIsRefused() throws Exception {
        String answer = Captures.read("debian-12.txt");
        ConnectorException refused =
                assertThrows(
                        ConnectorException.class,
                        () -> Captures.REPORT.read(answer.substring(0, answer.length() / 2)));

        assertEquals(CommonError.BAD_ANSWER, refused.fault().code());
        assertEquals("Le serveur", refused.fault().endpoint());
        assertEquals("ssh://serveur.example:22", refused.fault().details().get("address"));
    }

    @Test
    void aWebPageIsRefusedWithoutItsMarkup() {
        ConnectorException refused =
                assertThrows(
                        ConnectorException.class,
                        () -> Captures.REPORT.read("<html><b>It works!</b></html>"));

        assertEquals(CommonError.BAD_ANSWER, refused.fault().code());
        assertEquals("It works!", refused.fault().details().get("found"));
    }

    @Test
    void anotherSystemThanLinuxIsNamed() {
        ConnectorException refused =
                assertThrows(
                        ConnectorException.class,
                        () ->
                                Captures.REPORT.read(
                                        "== name\nonion\n== kernel\nFreeBSD 14.1\n== end\n"));

        assertEquals(CommonError.WRONG_VERSION, refused.fault().code());
        assertEquals("FreeBSD 14.1", refused.fault().details().get("version"));
    }
}
