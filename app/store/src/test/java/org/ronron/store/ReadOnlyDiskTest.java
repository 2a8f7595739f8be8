package org.ronron.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.core.port.CrashPoint;
import org.ronron.core.port.StorageException;

/** A disk that is mounted read-only, in a child of its own mount namespace. */
class ReadOnlyDiskTest {
    @TempDir Path folder;

    @Test
    void aReadOnlyDiskIsSaid() throws Exception {
        Path unshare = Path.of("/usr/bin/unshare");
        assumeTrue(Files.isExecutable(unshare), "no unshare on this machine");
        Samples samples = new Samples();
        Store.open(folder, samples.clock, samples.ids, CrashPoint.NONE).close();
        List<String> mount =
                List.of(
                        unshare.toString(),
                        "-m",
                        "sh",
                        "-c",
                        "mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\""
                                + " || { echo NO-MOUNT; exit 0; }; exec \"$@\"",
                        folder.toString());
        List<String> said =
                ChildJvm.lines(ChildJvm.start(mount, OpenBothWays.class, folder.toString()));
        boolean allowed =
                said.stream()
                        .noneMatch(
                                line ->
                                        line.contains("NO-MOUNT")
                                                || line.contains("unshare failed"));
        assumeTrue(allowed, "this user may not mount a folder read-only");
        assertEquals(List.of("DATABASE_READ_ONLY", "DATABASE_READ_ONLY"), said);
    }

    /** Says how the two ways of opening end. */
    static final class OpenBothWays {
        public static void main(String[] arguments) {
            Path folder = Path.of(arguments[0]);
            Samples samples = new Samples();
            try (Store store = Store.open(folder, samples.clock, samples.ids, CrashPoint.NONE)) {
                System.out.println("open " + store);
            } catch (StorageException e) {
                System.out.println(e.fault().code());
            }
            try (Store store = Store.openForReading(folder, samples.clock)) {
                System.out.println("read " + store.workspace().collectives());
            } catch (StorageException e) {
                System.out.println(e.fault().code());
            }
        }
    }
}
