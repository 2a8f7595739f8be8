package org.ronron.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronron.api.Fault;
import org.ronron.core.port.CrashPoint;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Workspace.CollectiveRow;

/** Files that cannot be used are named, and left as they are. */
class BadDatabaseTest {
    /** Made once: three hundred rows are three hundred flushes. */
    @TempDir static Path made;

    @TempDir Path temp;
    private Path folder;
    private Home home;
    private final Samples samples = new Samples();

    @BeforeAll
    static void aDatabaseWithSomethingInIt() throws Exception {
        Samples samples = new Samples();
        try (Store store = Store.open(made, samples.clock, samples.ids, CrashPoint.NONE)) {
            for (int i = 0; i < 300; i++) {
                store.workspace()
                        .saveCollective(new CollectiveRow("C" + i, "Chatons ".repeat(20), "own"));
            }
        }
    }

    @BeforeEach
    void aFolderOfItsOwn() throws Exception {
        folder = temp.resolve("home");
        home = new Home(folder);
        try (Stream<Path> walk = Files.walk(made)) {
            for (Path path : walk.toList()) {
                Path to = folder.resolve(made.relativize(path));
                Files.copy(path, to, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private Store open() throws StorageException {
        return Store.open(folder, samples.clock, samples.ids, CrashPoint.NONE);
    }

    private Path onlyCopy() throws Exception {
        try (var files = Files.list(home.copies())) {
            return files.toList().getFirst();
        }
    }

    private void refusedAndUntouched(OwnError code, byte[] content) throws Exception {
        Files.write(home.database(), content);
        Fault fault = Expect.refused(code, this::open);
        assertEquals(home.database().toString(), fault.details().get("file"));
        if (code == OwnError.DATABASE_DAMAGED) {
            assertEquals(onlyCopy().toString(), fault.details().get("backup"));
        }
        assertArrayEquals(content, Files.readAllBytes(home.database()));
    }

    @Test
    void aTruncatedFileIsDamagedWhereverItWasCut() throws Exception {
        byte[] whole = Files.readAllBytes(home.database());
        for (int length : List.of(0, 1, 16, 99, 100, 511, 512, 4095, 4096, 8192, 12_345)) {
            refusedAndUntouched(OwnError.DATABASE_DAMAGED, Arrays.copyOf(whole, length));
        }
        refusedAndUntouched(OwnError.DATABASE_DAMAGED, Arrays.copyOf(whole, whole.length - 4096));
        refusedAndUntouched(OwnError.DATABASE_DAMAGED, Arrays.copyOf(whole, whole.length - 1));
    }

    @Test
    void garbageIsDamaged() throws Exception {
        byte[] text = "<html>no</html>".repeat(1000).getBytes(StandardCharsets.UTF_8);
        refusedAndUntouched(OwnError.DATABASE_DAMAGED, text);
        byte[] holed = Files.readAllBytes(onlyCopy());
        Arrays.fill(holed, 8192, 12_288, (byte) 0x55);
        refusedAndUntouched(OwnError.DATABASE_DAMAGED, holed);
    }

    @Test
    void theReaderSaysTheSame() throws Exception {
        Files.writeString(home.database(), "no database at all, but long enough".repeat(200));
        Expect.refused(
                OwnError.DATABASE_DAMAGED, () -> Store.openForReading(folder, samples.clock));
        Files.write(home.database(), new byte[0]);
        Expect.refused(
                OwnError.DATABASE_DAMAGED, () -> Store.openForReading(folder, samples.clock));
    }

    @Test
    void aDatabaseThatIsGoneIsNotReplacedByAnEmptyOne() throws Exception {
        Files.delete(home.database());
        Fault fault = Expect.refused(OwnError.DATABASE_DAMAGED, this::open);
        assertEquals(onlyCopy().toString(), fault.details().get("backup"));
        Expect.refused(
                OwnError.DATABASE_DAMAGED, () -> Store.openForReading(folder, samples.clock));
        assertFalse(Files.exists(home.database()));
        Files.delete(onlyCopy());
        Files.createFile(Home.wal(home.database()));
        assertEquals(
                "-", Expect.refused(OwnError.DATABASE_DAMAGED, this::open).details().get("backup"));
    }

    @Test
    void aDamagedCopyIsNotRecommended() throws Exception {
        Path good = onlyCopy();
        samples.now.addAndGet(3 * 86_400_000L);
        open().close();
        try (var files = Files.list(home.copies())) {
            for (Path copy : files.filter(file -> !file.equals(good)).toList()) {
                byte[] bytes = Files.readAllBytes(copy);
                Files.write(copy, Arrays.copyOf(bytes, bytes.length / 2));
            }
        }
        Files.writeString(home.database(), "garbage".repeat(1000));
        Fault fault = Expect.refused(OwnError.DATABASE_DAMAGED, this::open);
        assertEquals(good.toString(), fault.details().get("backup"));
    }

    @Test
    void aNewerDatabaseIsRefusedUntouched() throws Exception {
        try (Db db = Db.writing(home.database())) {
            db.run("PRAGMA user_version = 7");
        }
        byte[] before = Files.readAllBytes(home.database());
        Fault fault = Expect.refused(OwnError.DATABASE_NEWER, this::open);
        assertEquals(Map.of("file", home.database().toString(), "version", "7"), fault.details());
        Expect.refused(OwnError.DATABASE_NEWER, () -> Store.openForReading(folder, samples.clock));
        assertArrayEquals(before, Files.readAllBytes(home.database()));
    }

    @Test
    void aDatabaseLeftInTheMiddleOfANewerMigrationIsNewerToo() throws Exception {
        try (Db db = Db.writing(home.database())) {
            db.run(
                    "INSERT INTO flyway_schema_history (installed_rank, version, description, type,"
                            + " script, installed_by, execution_time, success)"
                            + " VALUES (9, '2', 'next', 'SQL', 'V2__next.sql', 'ronron', 1, 1)");
        }
        Fault fault = Expect.refused(OwnError.DATABASE_NEWER, this::open);
        assertEquals("2", fault.details().get("version"));
    }

    @Test
    void aFileMarkedReadOnlyIsNotWritten() throws Exception {
        Files.setPosixFilePermissions(
                home.database(), PosixFilePermissions.fromString("r--r-----"));
        byte[] before = Files.readAllBytes(home.database());
        Fault fault = Expect.refused(OwnError.DATABASE_READ_ONLY, this::open);
        assertEquals(Map.of("file", home.database().toString()), fault.details());
        assertArrayEquals(before, Files.readAllBytes(home.database()));
        try (Store reader = Store.openForReading(folder, samples.clock)) {
            assertEquals(300, reader.workspace().collectives().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nfs", "nfs4", "NFS", "cifs", "smbfs", "smb3", "fuse.sshfs", "fuseblk"})
    void networkFoldersAreRefused(String type) {
        Fault fault = Expect.refused(OwnError.BAD_FOLDER, () -> home.refuseNetwork(type));
        assertEquals(
                Map.of("folder", folder.toString(), "kind", type.toLowerCase(Locale.ROOT)),
                fault.details());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ext4",
                "btrfs",
                "xfs",
                "zfs",
                "apfs",
                "NTFS",
                "tmpfs",
                "overlay",
                "fuse.fuse-overlayfs"
            })
    void localFoldersAreTaken(String type) throws Exception {
        home.refuseNetwork(type);
    }

    @Test
    void aFileInTheFoldersPlaceIsSaid() throws Exception {
        Path file = Files.writeString(temp.resolve("file"), "x");
        Fault fault =
                Expect.refused(
                        OwnError.BAD_FOLDER,
                        () -> Store.open(file, samples.clock, samples.ids, CrashPoint.NONE));
        assertEquals("file", fault.details().get("kind"));
        assertEquals("x", Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "é à ü", "what?mode=memory", "100%25#x", "l'été", "a;b&c=d"})
    void anyFolderNameWorks(String name) throws Exception {
        Path odd = temp.resolve(name);
        try (Store store = Store.open(odd, samples.clock, samples.ids, CrashPoint.NONE)) {
            store.workspace().savePreference("name", "Ada");
            assertTrue(Files.size(new Home(odd).database()) > 0);
        }
        try (Store store = Store.openForReading(odd, samples.clock)) {
            assertEquals(Map.of("name", "Ada"), store.workspace().preferences());
        }
    }
}
