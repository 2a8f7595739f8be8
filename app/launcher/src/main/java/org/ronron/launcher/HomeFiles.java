package org.ronron.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ronron.api.Fault;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.OwnFiles;
import org.ronron.core.port.RefusedException;

/** Files below one person's home and wherever else that person points to. */
final class HomeFiles implements OwnFiles {
    private static final int BEGINNING = 4096;
    private static final int LONGEST = 1 << 20;
    private static final String SSH = ".ssh";
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

    @Override
    public Optional<String> text(String path) {
        try {
            Path file = resolve(path).normalize();
            if (!file.startsWith(home.resolve(SSH)) || !Files.isRegularFile(file)) {
                return Optional.empty();
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(LONGEST + 1);
                return bytes.length > LONGEST
                        ? Optional.empty()
                        : Optional.of(new String(bytes, StandardCharsets.UTF_8));
            }
        } catch (IOException | InvalidPathException | SecurityException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<String> matching(String pattern) {
        int slash = pattern.lastIndexOf('/');
        String name = pattern.substring(slash + 1);
        if (!name.contains("*") && !name.contains("?")) {
            return List.of(pattern);
        }
        String folder = pattern.substring(0, slash + 1);
        try (Stream<Path> list = Files.list(resolve(folder))) {
            PathMatcher matcher =
                    FileSystems.getDefault()
                            .getPathMatcher("glob:" + name.replaceAll("[\\\\\\[\\]{}]", "\\\\$0"));
            return list.filter(file -> matcher.matches(file.getFileName()))
                    .filter(Files::isRegularFile)
                    .map(file -> folder + file.getFileName())
                    .sorted()
                    .toList();
        } catch (IOException | InvalidPathException | SecurityException e) {
            return List.of();
        }
    }

    @Override
    public void write(String path, byte[] content) throws RefusedException {
        try {
            Path file = resolve(path);
            Path folder = file.toAbsolutePath().getParent();
            if (folder == null || Files.isDirectory(file)) {
                throw new NotDirectoryException(path);
            }
            // Made for its owner only, which createTempFile does where the system has such rights.
            Path aside = Files.createTempFile(folder, ".ronron-", ".part");
            try {
                try (FileChannel out = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                    ByteBuffer rest = ByteBuffer.wrap(content);
                    while (rest.hasRemaining()) {
                        out.write(rest);
                    }
                    out.force(true);
                }
                Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException | InvalidPathException | SecurityException e) {
            Fault fault =
                    Fault.of(
                            OwnError.FILE_NOT_WRITTEN,
                            "",
                            "file",
                            path,
                            "cause",
                            e.getClass().getSimpleName());
            throw new RefusedException(fault, e);
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
