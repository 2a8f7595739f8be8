package org.ronron.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronron.core.port.OwnFiles.Kind;
import org.ronron.core.port.OwnFiles.Look;

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
}
