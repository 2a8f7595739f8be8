package org.ronron.plugin.borg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ronron.api.Action;
import org.ronron.api.Actions;
import org.ronron.api.BackupFact;
import org.ronron.api.Backups;
import org.ronron.api.ConnectorException;
import org.ronron.api.Evidence;
import org.ronron.api.Fault;
import org.ronron.api.FindingFact;
import org.ronron.api.Inventory;
import org.ronron.api.Json;
import org.ronron.api.Observation;
import org.ronron.api.Progress;
import org.ronron.api.Session;
import org.ronron.core.port.Trust;
import org.ronron.practice.borg.BorgFaults;
import org.ronron.practice.borg.RealBorg;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.practice.ssh.SshServer;
import org.ronron.testkit.conformance.Lab;
import org.ronron.testkit.conformance.Lender;

/** A real Borg behind a real OpenSSH, and the connector on it, through the real transport. */
final class BorgRig implements AutoCloseable {
    static final String MACHINE = "courgette";

    final RealBorg borg;
    final BorgFaults faults;
    private final Lender lender = new Lender(Map.of(), InstantSource.system());
    private final Session session;
    private final Path receipts;

    BorgRig(Path folder) throws Exception {
        borg = start(folder);
        faults = new BorgFaults(borg);
        trust(lender, borg.machine());
        receipts = folder.resolve("ssh/home/.local/state/ronron/receipts");
        session = lender.open(new BorgConnector(), borg.settings(), true, Duration.ofSeconds(150));
    }

    static RealBorg start(Path folder) throws Exception {
        try {
            Programs programs = Programs.ofThisMachine();
            return RealBorg.start(programs, folder, MACHINE, "127.0.0.1", "127.0.0.2");
        } catch (MissingProgramException missing) {
            throw Lab.missing(missing);
        }
    }

    private static void trust(Lender lender, SshServer server) throws Exception {
        String address = "ssh://" + server.host() + ":" + server.port();
        lender.trust()
                .accept(
                        new Trust.TrustedKey(
                                address, "ssh-ed25519", server.fingerprint(), 1, "Camille"));
    }

    Observation observe() throws ConnectorException {
        return session.capability(Inventory.class).orElseThrow().observe();
    }

    Backups backups() {
        return session.capability(Backups.class).orElseThrow();
    }

    Actions actions() {
        return session.capability(Actions.class).orElseThrow();
    }

    /** The repository beside. */
    BackupFact beside() throws ConnectorException {
        return series(borg.beside());
    }

    BackupFact series(String key) throws ConnectorException {
        return observe().backups().stream()
                .filter(series -> series.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    List<String> kinds() throws ConnectorException {
        return observe().findings().stream().map(FindingFact::kind).toList();
    }

    FindingFact only() throws ConnectorException {
        List<FindingFact> all = observe().findings();
        assertEquals(1, all.size(), all::toString);
        return all.getFirst();
    }

    Action run(String receipt) {
        return action(Backups.RUN, receipt, Json.obj());
    }

    Action check(String receipt, boolean data) {
        return action(Backups.CHECK, receipt, Json.obj().with("data", Json.of(data)));
    }

    Action restore(String receipt, String point, String destination) {
        Json.Obj more = Json.obj().with("point", point).with("destination", destination);
        return action(Backups.RESTORE, receipt, more);
    }

    Action action(String verb, String receipt, Json.Obj more) {
        Json.Obj all = Json.obj().with("key", borg.beside()).with("receipt", receipt).with(more);
        return new Action("e1", verb, all);
    }

    /** Begins it, waits until the machine has done it, and looks. */
    Evidence done(Action action) throws Exception {
        assertEquals(Evidence.Verdict.NOT_DONE, actions().probe(action).verdict());
        actions().perform(action, new Quiet());
        ended(action);
        return actions().probe(action);
    }

    /** By its process, which ends after it has said how; without asking again and again. */
    void ended(Action action) throws Exception {
        Path receipt = receipts.resolve(action.arguments().word("receipt"));
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!Files.exists(receipt.resolve("pid"))) {
            assertFalse(System.nanoTime() > end, "it never began");
            Thread.onSpinWait();
        }
        long pid = Long.parseLong(Files.readString(receipt.resolve("pid")).split(" ", 2)[0]);
        ProcessHandle.of(pid)
                .map(ProcessHandle::onExit)
                .orElse(CompletableFuture.completedFuture(null))
                .get(120, TimeUnit.SECONDS);
    }

    Fault refused(Action action) {
        return assertThrows(ConnectorException.class, () -> actions().perform(action, new Quiet()))
                .fault();
    }

    /** All that stands under receipts, to be searched for what must not be there. */
    String written() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(receipts)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    record Quiet() implements Progress {
        @Override
        public void report(String phase, long done, long total) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    }

    @Override
    public void close() {
        session.close();
        lender.close();
        borg.close();
    }
}
