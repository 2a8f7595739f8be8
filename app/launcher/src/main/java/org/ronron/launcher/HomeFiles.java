package org.ronron.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.ronron.core.port.OwnFiles;

/** Files below one person's home and wherever else that person points to. */
final class HomeFiles implements OwnFiles {
    private static final int BEGINNING = 4096;
    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    private final Path home;

    /**
     * @param home what {@code ~} stands for
     */
    HomeFiles(Path home) {
        this.home = home;
    }

    @Override
    public Look look(String path) {
        try {
            Path file = resolve(path);
            if (!Files.isRegularFile(file)) {
                return new Look(Kind.MISSING, false);
            }
            return new Look(kind(file), open(file));
        } catch (IOException | InvalidPathException | SecurityException e) {
            return new Look(Kind.UNREADABLE, false);
        }
    }

    private Path resolve(String path) {
        return path.startsWith("~/") ? home.resolve(path.substring(2)) : home.resolve(path);
    }

    private static Kind kind(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(BEGINNING);
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.contains("PRIVATE KEY-----") || text.startsWith("PuTTY-User-Key-File-")) {
            return Kind.PRIVATE_KEY;
        }
        if (text.contains("BEGIN CERTIFICATE-----")) {
            return Kind.CERTIFICATE;
        }
        boolean open = text.matches("(?s)(ssh|ecdsa|sk-)[a-z0-9@.-]* AAAA.*");
        return open || text.contains("PUBLIC KEY-----") ? Kind.PUBLIC_KEY : Kind.OTHER;
    }

    private static boolean open(Path file) throws IOException {
        boolean told = Files.getFileStore(file).supportsFileAttributeView("posix");
        return told && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
    }
}
