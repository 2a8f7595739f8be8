package org.ronron.launcher;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import org.ronron.api.Connector;
import org.ronron.cli.CheckCommand;
import org.ronron.cli.Cli;
import org.ronron.cli.Console;
import org.ronron.cli.GrantsCommand;
import org.ronron.cli.RonronCommand;
import org.ronron.cli.StatusCommand;
import org.ronron.resources.Texts;
import picocli.CommandLine;

/** Puts the house together and starts what was asked for. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        InstantSource clock = Clock.systemUTC();
        List<Connector> connectors = connectors();
        Texts texts = Texts.of(language(arguments), connectors);
        Console console =
                new Console(
                        new PrintWriter(System.out, false, StandardCharsets.UTF_8),
                        new PrintWriter(System.err, false, StandardCharsets.UTF_8),
                        texts);
        Path home =
                Homes.of(
                        System.getenv(),
                        System.getProperty("os.name"),
                        Path.of(System.getProperty("user.home")));
        Readings readings = new Readings(home, connectors, clock);
        WindowCommand window = new WindowCommand(home, connectors, console);
        CommandLine line =
                new CommandLine(new RonronCommand(window::own))
                        .addSubcommand(new StatusCommand(readings, console, clock))
                        .addSubcommand(
                                new CheckCommand(
                                        new LiveChecks(connectors, readings.trust(), clock),
                                        console,
                                        name -> Optional.ofNullable(System.getenv(name))));
        line.addSubcommand(new GrantsCommand(connectors, console))
                .addSubcommand(new TourCommand(console))
                .addSubcommand(new BenchCommand(console, clock, connectors))
                .addSubcommand(new MemoryCommand(console, clock, connectors))
                .addSubcommand(new PracticeCommand(window))
                .addSubcommand(new ActCommand(home, connectors, console));
        Cli.prepare(line, console);
        return line.execute(arguments);
    }

    private static List<Connector> connectors() {
        return ServiceLoader.load(Connector.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(java.util.Comparator.comparing(c -> c.descriptor().id()))
                .toList();
    }

    /** Texts are needed before the command line is read, its errors included. */
    private static Locale language(String[] arguments) {
        List<String> all = Arrays.asList(arguments);
        int at = all.indexOf("--lang");
        if (at >= 0 && at + 1 < all.size()) {
            return Locale.of(all.get(at + 1));
        }
        return all.stream()
                .filter(a -> a.startsWith("--lang="))
                .map(a -> Locale.of(a.substring("--lang=".length())))
                .findFirst()
                .orElse(Locale.getDefault());
    }
}
