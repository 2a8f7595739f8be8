package org.ronron.core.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ronron.core.port.Samples;

/** The samples as they lie in the resources' folder: core does not see that room. */
final class FolderSamples implements Samples {
    private static final Path FOLDER =
            Path.of(
                    System.getProperty("ronron.root", "../.."),
                    "resources/src/main/resources/org/ronron/resources/samples");

    @Override
    public List<String> names() {
        return List.of("deuxfleurs", "framaspace");
    }

    @Override
    public Optional<String> read(String name) {
        Path file = FOLDER.resolve(name + ".json");
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
