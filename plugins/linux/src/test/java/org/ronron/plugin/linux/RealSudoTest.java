package org.ronron.plugin.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ronron.api.FindingFact;
import org.ronron.api.Grant;
import org.ronron.api.Inventory;
import org.ronron.api.Observation;
import org.ronron.api.Session;
import org.ronron.api.WorkloadFact;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.practice.process.TempFolder;
import org.ronron.practice.ssh.SudoMachine;
import org.ronron.testkit.conformance.Lab;

/** The lines that the connector prints, in a real sudoers, over a real OpenSSH. */
class RealSudoTest {
    private static final String FORMAT = "{{.ID}}|{{.Names}}|{{.Image}}|{{.Status}}";

    @Test
    void thePrintedLinesLetRootsContainersBeSeenAndNothingElse() throws Exception {
        List<String> lines = Arrays.asList(RootsContainers.sudoers("ronron").split("\n", -1));
        on(
                lines,
                machine -> {
                    Observation seen = observe(machine, "named");
                    assertEquals(
                            List.of("root-nextcloud"),
                            seen.workloads().stream().map(WorkloadFact::name).toList());
                    assertEquals(List.of("0 ps -a --format " + FORMAT), machine.asked());
                    assertEquals("ronron", seen.login().name());
                    assertFalse(seen.login().excessive());
                    assertTrue(seen.findings().stream().noneMatch(RealSudoTest::ofSudo));
                });
    }

    @Test
    void whatSudoRefusesIsNotKnownAndTheMissingLineIsSaid() throws Exception {
        on(
                List.of("ronron ALL=(root) NOPASSWD: /usr/bin/podman images"),
                machine -> {
                    Observation seen = observe(machine, "named");
                    assertEquals(List.of(), seen.workloads());
                    assertEquals(List.of(), machine.asked());
                    FindingFact refused =
                            seen.findings().stream()
                                    .filter(RealSudoTest::ofSudo)
                                    .findFirst()
                                    .orElseThrow();
                    assertEquals(
                            "ronron ALL=(root) NOPASSWD: /usr/bin/podman ps -a --format " + FORMAT,
                            refused.details().get("lines"));
                });
    }

    @Test
    void unlessAPersonSaysSoSudoIsNotAsked() throws Exception {
        on(
                List.of("ronron ALL=(root) NOPASSWD: ALL"),
                machine -> {
                    assertEquals(List.of(), observe(machine, "none").workloads());
                    assertEquals(List.of(), machine.asked());
                });
    }

    @Test
    void theGrantIsWhatIsAskedFor() {
        List<Grant> grants = new LinuxConnector().grants();
        assertEquals(RootsContainers.sudoers("ronron"), grants.getLast().recipe());
    }

    private static boolean ofSudo(FindingFact finding) {
        return finding.kind().equals("sudo-refused");
    }

    private interface With {
        void go(SudoMachine machine) throws Exception;
    }

    private static void on(List<String> sudoers, With test) throws Exception {
        try (TempFolder folder = new TempFolder("sudo")) {
            Path own = Files.createDirectories(folder.path());
            try (SudoMachine machine = SudoMachine.start(Programs.ofThisMachine(), own, sudoers)) {
                test.go(machine);
            } catch (MissingProgramException missing) {
                throw Lab.missing(missing);
            }
        }
    }

    private static Observation observe(SudoMachine machine, String sudo) throws Exception {
        try (OverSsh ssh = new OverSsh(machine).trusting();
                Session session = ssh.session(Map.of("sudo", sudo))) {
            return session.capability(Inventory.class).orElseThrow().observe();
        }
    }
}
