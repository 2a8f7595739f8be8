package org.ronron.practice.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for one server's data, readable by its owner only, removed when closed. */
public final class TempFolder implements AutoCloseable {
    private final Path path;

    /** Makes it in the system's temporary folder. */
    public TempFolder(String name) throws IOException {
        this.path = Files.createTempDirectory("ronron-" + name + "-");
    }

    private TempFolder(Path path) {
        this.path = path;
    }

    /** One that somebody else made; it is removed all the same. */
    public static TempFolder of(Path path) {
        return new TempFolder(path);
    }

    public Path path() {
        return path;
    }

    /** Removes it with all that is in it; a file that vanishes meanwhile is no error. */
    @Override
    public void close() {
        if (!Files.exists(path)) {
            return;
        }
        try {
            List<Path> all;
            try (Stream<Path> walk = Files.walk(path)) {
                all = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path one : all) {
                Files.deleteIfExists(one);
            }
        } catch (NoSuchFileException | UncheckedIOException goneMeanwhile) {
            path.toFile().deleteOnExit();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + path, e);
        }
    }
}
