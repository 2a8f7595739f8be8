package org.ronron.transport.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * The vault's file, the one before it ({@code .previous}), the next one while it is written ({@code
 * .new}), and those whose passphrase was forgotten ({@code .aside-1}). At every moment the file is
 * whole: the old one or the new one.
 */
record VaultDisk(Path file) {
    private static final FileAttribute<?> OURS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    boolean exists() {
        return Files.exists(file) || Files.exists(beside(".previous"));
    }

    Optional<byte[]> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        if (Files.size(file) > VaultFormat.LARGEST) {
            return Optional.of(new byte[0]);
        }
        return Optional.of(Files.readAllBytes(file));
    }

    /**
     * Keeps a copy of the file, or of the one before it, under a name that was free.
     *
     * @return that name
     */
    String keepAside() throws IOException {
        byte[] old = Files.readAllBytes(Files.exists(file) ? file : beside(".previous"));
        int number = 1;
        while (Files.exists(beside(".aside-" + number))) {
            number++;
        }
        Path aside = beside(".aside-" + number);
        flushed(beside(".aside.new"), old);
        move(beside(".aside.new"), aside);
        return aside.getFileName().toString();
    }

    void write(byte[] content) throws IOException {
        Files.createDirectories(folder());
        if (Files.exists(file)) {
            flushed(beside(".previous.new"), Files.readAllBytes(file));
            move(beside(".previous.new"), beside(".previous"));
        }
        replace(file, content);
    }

    /** Another file in its place, whole and flushed; never half of it. */
    void replace(Path target, byte[] content) throws IOException {
        Path next = target.resolveSibling(target.getFileName() + ".new");
        flushed(next, content);
        move(next, target);
        if (posix()) {
            try (FileChannel folder = FileChannel.open(folder(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    private void flushed(Path target, byte[] content) throws IOException {
        Files.deleteIfExists(target);
        FileAttribute<?>[] rights =
                posix() ? new FileAttribute<?>[] {OURS} : new FileAttribute<?>[0];
        try (FileChannel out =
                FileChannel.open(
                        target,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        rights)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    Path beside(String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    Path folder() {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    private boolean posix() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
