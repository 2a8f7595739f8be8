package org.ronron.launcher;

import java.util.List;
import java.util.Optional;
import org.ronron.core.port.Samples;
import org.ronron.resources.Files;

/** The samples that lie in the resources. */
final class SampleFiles implements Samples {
    @Override
    public List<String> names() {
        return Files.SAMPLES;
    }

    @Override
    public Optional<String> read(String name) {
        return names().contains(name)
                ? Optional.of(Files.text("samples/" + name + ".json"))
                : Optional.empty();
    }
}
