package org.ronron.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.OwnFiles.Kind;
import org.ronron.core.port.OwnFiles.Look;
import org.ronron.core.port.RefusedException;

/** What is told of a person's files, and no more. */
class HomeFilesTest {
    @TempDir Path home;

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    -----BEGIN OPENSSH PRIVATE KEY-----, PRIVATE_KEY
                    -----BEGIN PRIVATE KEY-----, PRIVATE_KEY
                    -----BEGIN ENCRYPTED PRIVATE KEY-----, PRIVATE_KEY
                    PuTTY-User-Key-File-3: ssh-ed25519, PRIVATE_KEY
                    ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 camille, PUBLIC_KEY
                    ecdsa-sha2-nistp256 AAAAE2Vj, PUBLIC_KEY
                    -----BEGIN CERTIFICATE-----, CERTIFICATE
                    Host onion, OTHER
                    """)
    void tellsAFileByItsBeginning(String text, Kind kind) throws IOException {
        Files.writeString(home.resolve("f"), text + "\n");
        assertEquals(kind, new HomeFiles(home).look("~/f").kind());
        assertEquals(kind, new HomeFiles(home).look(home.resolve("f").toString()).kind());
    }

    @ParameterizedTest
    @CsvSource({"rw-------, false", "r--------, false", "rw-r-----, true", "rw----r--, true"})
    void tellsWhetherOthersMayRead(String mode, boolean open) throws IOException {
        Path key = Files.writeString(home.resolve("k"), "-----BEGIN PRIVATE KEY-----\n");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(mode));
        assertEquals(new Look(Kind.PRIVATE_KEY, open), new HomeFiles(home).look("~/k"));
    }

    @Test
    void whatIsNoFileIsMissing() throws IOException {
        Files.createDirectory(home.resolve("d"));
        HomeFiles files = new HomeFiles(home);
        assertEquals(Kind.MISSING, files.look("~/nothing").kind());
        assertEquals(Kind.MISSING, files.look("~/d").kind());
        assertEquals(Kind.UNREADABLE, files.look("a\0b").kind());
    }

    @Test
    void textIsReadBelowTheSshFolderOnly() throws IOException {
        Path ssh = Files.createDirectory(home.resolve(".ssh"));
        Files.writeString(ssh.resolve("config"), "Host onion\n");
        Files.writeString(home.resolve("secret"), "x");
        HomeFiles files = new HomeFiles(home);
        assertEquals(Optional.of("Host onion\n"), files.text("~/.ssh/config"));
        assertEquals(Optional.empty(), files.text("~/secret"));
        assertEquals(Optional.empty(), files.text("~/.ssh/../secret"));
        assertEquals(Optional.empty(), files.text("/etc/passwd"));
        assertEquals(Optional.empty(), files.text("~/.ssh"));
        Files.write(ssh.resolve("long"), new byte[(1 << 20) + 1]);
        assertEquals(Optional.empty(), files.text("~/.ssh/long"));
    }

    @Test
    void aPatternFindsFilesByName() throws IOException {
        Path folder = Files.createDirectories(home.resolve(".ssh/config.d"));
        for (String name : List.of("b.conf", "a.conf", "a.bak", "[c].conf")) {
            Files.writeString(folder.resolve(name), "");
        }
        Files.createDirectory(folder.resolve("d.conf"));
        HomeFiles files = new HomeFiles(home);
        assertEquals(
                List.of(
                        "~/.ssh/config.d/[c].conf",
                        "~/.ssh/config.d/a.conf",
                        "~/.ssh/config.d/b.conf"),
                files.matching("~/.ssh/config.d/*.conf"));
        assertEquals(List.of("~/.ssh/config.d/[c].conf"), files.matching("~/.ssh/config.d/[c]*"));
        assertEquals(List.of("~/.ssh/other"), files.matching("~/.ssh/other"));
        assertEquals(List.of(), files.matching("~/.ssh/nowhere/*"));
    }

    @Test
    void aFileIsWrittenWholeForItsOwnerOnly() throws Exception {
        Path file = Files.writeString(home.resolve("history.csv"), "older and longer");
        new HomeFiles(home).write(file.toString(), "new".getBytes(StandardCharsets.UTF_8));
        assertEquals("new", Files.readString(file));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (Stream<Path> left = Files.list(home)) {
            assertEquals(List.of(file), left.toList());
        }
    }

    @Test
    void whatCannotBeWrittenIsRefusedAndLeavesNothing() throws IOException {
        Path folder = Files.createDirectory(home.resolve("d"));
        for (String path : List.of("~/nowhere/f.csv", folder.toString(), "a\0b")) {
            RefusedException refused =
                    assertThrows(
                            RefusedException.class,
                            () -> new HomeFiles(home).write(path, new byte[] {1}));
            assertEquals(OwnError.FILE_NOT_WRITTEN, refused.fault().code());
            assertEquals(path, refused.fault().details().get("file"));
        }
        try (Stream<Path> left = Files.list(home)) {
            assertEquals(List.of(folder), left.toList());
        }
    }
}
