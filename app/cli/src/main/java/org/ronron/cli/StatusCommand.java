package org.ronron.cli;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ronron.core.json.JsonText;
import org.ronron.core.model.Collective;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.StorageException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ronron status}: prints what the picture shows, asking nobody. */
@Command(name = "status", mixinStandardHelpOptions = true, sortOptions = false)
public final class StatusCommand implements Callable<Integer> {
    private final Views views;
    private final Console console;
    private final InstantSource clock;

    @ArgGroup(exclusive = true)
    private Which which = new Which();

    @Option(names = "--json")
    private boolean json;

    /** One or the other. */
    static final class Which {
        @Option(names = "--sample", paramLabel = "NAME")
        private String sample = "";

        @Option(names = "--collective", paramLabel = "NAME")
        private String collective = "";
    }

    public StatusCommand(Views views, Console console, InstantSource clock) {
        this.views = views;
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try {
            Optional<Collective> found = find();
            if (found.isEmpty()) {
                missing();
                return Exit.NOT_FOUND;
            }
            print(found.get());
            return Exit.OK;
        } catch (RefusedException e) {
            console.fault(e.fault());
            return Exit.OWN;
        } catch (StorageException e) {
            console.fault(e.fault());
            return Exit.OWN;
        }
    }

    private Optional<Collective> find() throws RefusedException, StorageException {
        if (!which.sample.isEmpty()) {
            return views.sample(which.sample);
        }
        return views.stored(
                which.collective.isEmpty() ? Optional.empty() : Optional.of(which.collective));
    }

    /** Says what there is instead. */
    private void missing() throws StorageException {
        String name = which.sample.isEmpty() ? which.collective : which.sample;
        String key = name.isEmpty() ? "status.nothing" : "status.notFound";
        console.err().println(console.texts().get(key, "name", Console.clean(name)));
        names("status.collectives", views.collectives());
        names("status.samples", views.samples());
        console.err().flush();
    }

    private void names(String key, List<String> names) {
        String all = names.stream().map(Console::clean).collect(Collectors.joining(", "));
        console.err()
                .println(
                        all.isEmpty()
                                ? console.texts().get(key + ".none")
                                : console.texts().get(key, "names", all));
    }

    private void print(Collective collective) {
        if (json) {
            Instant now = clock.instant();
            StatusJson told = new StatusJson(new FindingText(console.texts(), now), now);
            console.out().println(JsonText.pretty(told.of(collective)));
            console.out().flush();
        } else {
            new StatusText(console).print(collective, clock.instant());
        }
    }
}
