package org.ronron.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronron.api.ConnectorException;
import org.ronron.api.JobFact;
import org.ronron.api.JobFact.State;
import org.ronron.api.Shell;

/** Work that a machine does by itself: begun once, found again, and told as it is. */
class ReceiptsTest {
    @TempDir Path folder;

    private Here here() {
        return new Here(folder.resolve("state"));
    }

    private Receipts receipts() {
        return new Receipts(here());
    }

    private boolean begin(String receipt, String work, String... arguments)
            throws ConnectorException {
        return receipts().begin(receipt, "backup.run", "/srv/r", "p-1", work, List.of(arguments));
    }

    private Receipts.Seen seen(String receipt) throws ConnectorException {
        return receipts().look(receipt).orElseThrow();
    }

    @Test
    void whatItWasOfAndWhatItSaidIsFoundAgain() throws Exception {
        assertTrue(begin("a-1", "echo halfway >said; echo out; echo err >&2; echo 3 files >said"));
        here().ended("a-1");
        Receipts.Seen seen = seen("a-1");
        assertEquals(State.DONE, seen.job().state());
        assertEquals("backup.run", seen.job().verb());
        assertEquals("/srv/r", seen.job().key());
        assertEquals("p-1", seen.job().point());
        assertEquals("3 files", seen.job().said());
        assertEquals("out\n", seen.out());
        assertEquals("err\n", seen.err());
        assertEquals(0, seen.exit().orElseThrow());
        assertFalse(seen.job().ended().orElseThrow().isBefore(seen.job().begun()));
        assertEquals(List.of(seen.job()), receipts().list());
        assertTrue(receipts().look("a-2").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"0, DONE", "10, WARNINGS", "1, FAILED", "137, FAILED"})
    void howItEndedIsTold(int exit, State state) throws Exception {
        begin("a-1", "exit " + exit);
        here().ended("a-1");
        assertEquals(state, seen("a-1").job().state());
    }

    /** The engine may send it again after a crash: the machine has begun it already. */
    @Test
    void aReceiptIsWorkedOnOnce() throws Exception {
        String work = "echo x >>\"$1\"";
        String file = folder.resolve("once").toString();
        assertTrue(begin("a-1", work, file));
        here().ended("a-1");
        assertTrue(begin("a-1", work, file));
        here().ended("a-1");
        assertEquals("x\n", Files.readString(Path.of(file)));
    }

    /** Somebody made room, say, and tries again: what came of the first time stays to be read. */
    @Test
    void whatDidNotEndWellIsBegunAgain() throws Exception {
        Path room = folder.resolve("room");
        String work = "[ -e \"$1\" ] || { echo no room >said; exit 1; }";
        assertTrue(begin("a-1", work, room.toString()));
        here().ended("a-1");
        assertEquals(State.FAILED, seen("a-1").job().state());
        Files.createFile(room);
        assertTrue(begin("a-1", work, room.toString()));
        here().ended("a-1");
        assertEquals(State.DONE, seen("a-1").job().state());
        assertEquals("", seen("a-1").job().said());
        List<JobFact> all = receipts().list();
        assertEquals(2, all.size());
        assertTrue(all.stream().anyMatch(j -> j.said().equals("no room")), all::toString);
    }

    @Test
    void ofManyAtOnceOneBegins() throws Exception {
        Path file = Files.createFile(folder.resolve("once"));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(threads.submit(() -> begin("a-1", "echo x >>\"$1\"", file.toString())));
            }
            for (Future<Boolean> one : all) {
                assertTrue(one.get());
            }
        }
        here().ended("a-1");
        assertEquals("x\n", Files.readString(file));
        assertEquals(1, receipts().list().size());
    }

    /** The connection that began it has ended: nothing of it is held open. */
    @Test
    void itGoesOnWithoutWhoBeganIt() throws Exception {
        Path gate = folder.resolve("gate");
        begin("a-1", "mkfifo \"$1\"; echo waits >said; cat \"$1\" >/dev/null", gate.toString());
        ProcessHandle process = here().process("a-1");
        assertTrue(process.isAlive());
        assertEquals(State.RUNNING, seen("a-1").job().state());
        assertEquals(State.RUNNING, receipts().list().getFirst().state());
        assertTrue(seen("a-1").job().ended().isEmpty());
        process.children().forEach(child -> child.descendants().forEach(ProcessHandle::destroy));
        process.children().forEach(ProcessHandle::destroy);
        here().ended("a-1");
        assertEquals(State.FAILED, seen("a-1").job().state());
    }

    @Test
    void whatWasKilledIsLostAndNoStrangerIsTakenForIt() throws Exception {
        begin("a-1", "mkfifo gate; cat gate");
        ProcessHandle process = here().process("a-1");
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        here().ended("a-1");
        Files.deleteIfExists(here().receipt("a-1").resolve("rc"));
        assertEquals(State.LOST, seen("a-1").job().state());
        long own = ProcessHandle.current().pid();
        Files.writeString(here().receipt("a-1").resolve("pid"), own + " 1\n");
        assertEquals(State.LOST, seen("a-1").job().state());
        receipts().stop("a-1");
        assertTrue(ProcessHandle.current().isAlive());
    }

    /** As Ctrl-C does, all of it; and it says that it did not come to its end. */
    @Test
    void itIsAskedToStop() throws Exception {
        begin("a-1", "mkfifo gate; cat gate");
        here().process("a-1");
        receipts().stop("a-1");
        here().ended("a-1");
        assertEquals(State.FAILED, seen("a-1").job().state());
        receipts().stop("a-1");
        receipts().stop("never");
    }

    @ParameterizedTest
    @ValueSource(strings = {"it's", "$(touch x)", "a\nb", "", "--", "é\"\\"})
    void argumentsAreWhatTheyAre(String argument) throws Exception {
        begin("a-1", "printf %s \"$2\"", "first", argument);
        here().ended("a-1");
        assertEquals(argument, seen("a-1").out());
    }

    @Test
    void withoutRoomForTheReceiptNothingBegins() throws Exception {
        Files.writeString(folder.resolve("state"), "no folder");
        assertFalse(begin("a-1", "touch \"$1\"", folder.resolve("done").toString()));
        assertFalse(Files.exists(folder.resolve("done")));
        assertEquals(List.of(), receipts().list());
    }

    /** Only the account itself reads what its tools wrote. */
    @Test
    void nobodyElseReadsIt() throws Exception {
        begin("a-1", "echo out");
        here().ended("a-1");
        assertEquals(
                "rwx------",
                java.nio.file.attribute.PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(here().receipt("a-1"))));
    }

    @Test
    void theNewestIsFirst() throws Exception {
        for (String name : List.of("a-1", "a-2", "a-3")) {
            begin(name, "true");
            here().ended(name);
        }
        Files.writeString(here().receipt("a-3").resolve("begun"), "1000000000\n");
        Files.writeString(here().receipt("a-1").resolve("begun"), "2000000000\n");
        assertEquals(
                List.of("a-1", "a-2", "a-3"),
                receipts().list().stream().map(JobFact::receipt).toList());
    }

    /** Whatever a machine answers, it is a list. */
    @Test
    void aStrangeAnswerIsNoReceipt() throws Exception {
        for (String out :
                List.of("", "\n", "<html>", "receipt\nverb", "receipt a\nrc x\nbegun -1\n")) {
            Shell strange = (s, a, d) -> new Shell.Answer(OptionalInt.of(0), out, "", false);
            Receipts receipts = new Receipts(strange);
            receipts.list().forEach(job -> assertEquals(State.LOST, job.state()));
            assertTrue(receipts.look("a").isEmpty());
        }
    }
}
