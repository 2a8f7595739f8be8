package org.ronron.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ronron.api.CommonError;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.api.Observation;
import org.ronron.api.Reach;
import org.ronron.api.Setting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ronron check}: opens one connection, prints what it saw or one clear error. Keeps nothing.
 */
@Command(name = "check", mixinStandardHelpOptions = true, sortOptions = false)
public final class CheckCommand implements Callable<Integer> {
    private final Checks checks;
    private final Console console;
    private final Function<String, Optional<String>> environment;

    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "TYPE", arity = "0..1")
    private String type = "";

    @Parameters(index = "1..*", paramLabel = "key=value", arity = "0..*")
    private List<String> settings = List.of();

    @Option(names = "--secret", paramLabel = "NAME=env:VARIABLE")
    private List<String> secrets = List.of();

    @Option(names = "--timeout", paramLabel = "SECONDS")
    private int timeout = 15;

    @Option(names = "--trust", paramLabel = "SHA256:…")
    private List<String> trusted = List.of();

    /**
     * @param environment the value of an environment variable by its name
     */
    @SuppressWarnings("NullAway.Init") // picocli sets the spec before anything runs
    public CheckCommand(
            Checks checks, Console console, Function<String, Optional<String>> environment) {
        this.checks = checks;
        this.console = console;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Connector connector = connector();
        Map<String, String> values = settings(connector);
        if (timeout < 1 || timeout > 600) {
            throw usage("check.badTimeout", "value", String.valueOf(timeout));
        }
        for (String fingerprint : trusted) {
            if (!fingerprint.matches("SHA256:[A-Za-z0-9+/]{43}")) {
                throw usage("check.badFingerprint", "value", fingerprint);
            }
        }
        Map<String, char[]> held = secrets(connector);
        try {
            nothingIsMissing(connector, values, held);
            Observation seen =
                    checks.observe(connector, values, held, trusted, Duration.ofSeconds(timeout));
            new ObservationText(console).print(connector, seen);
            return Exit.OK;
        } catch (ConnectorException e) {
            console.fault(e.fault());
            howToGoOn(e.fault());
            return Exit.FAULT;
        } finally {
            held.values().forEach(value -> Arrays.fill(value, '\0'));
        }
    }

    /** The window asks whether to accept a key; here one says so by an option. */
    private void howToGoOn(Fault fault) {
        if (fault.code() == CommonError.TRUST_UNKNOWN) {
            String fingerprint = fault.details().getOrDefault("fingerprint", "");
            console.hint(console.texts().get("check.trustOnce", "fingerprint", fingerprint));
        }
    }

    private Connector connector() {
        String wrong = type.isEmpty() ? "check.noType" : "check.unknownType";
        return checks.connectors().stream()
                .filter(c -> c.descriptor().id().equals(type))
                .findFirst()
                .orElseThrow(() -> usage(wrong, "type", type, "known", types()));
    }

    private String types() {
        return checks.connectors().stream()
                .map(c -> c.descriptor().id())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** All that has to be given is told at once, as it is to be typed, before anything is asked. */
    private void nothingIsMissing(
            Connector connector, Map<String, String> values, Map<String, char[]> held) {
        List<String> missing = new ArrayList<>();
        for (Setting setting : connector.descriptor().settings()) {
            String key = setting.key();
            boolean secret = setting.kind() == Setting.Kind.SECRET;
            boolean given = secret ? held.containsKey(key) : values.containsKey(key);
            if (setting.required() && !given) {
                missing.add(secret ? "--secret " + key + "=env:VARIABLE" : key + "=…");
            }
        }
        if (!missing.isEmpty()) {
            throw usage("check.missing", "type", type, "missing", String.join(" ", missing));
        }
    }

    private Map<String, String> settings(Connector connector) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String given : settings) {
            String[] pair = pair(given);
            Setting setting = known(connector, pair[0]);
            if (setting.kind() == Setting.Kind.SECRET) {
                throw usage("check.secretInSetting", "key", pair[0]);
            }
            values.put(pair[0], pair[1]);
        }
        return values;
    }

    /** Secrets come from the environment only: an argument would stand in every process list. */
    private Map<String, char[]> secrets(Connector connector) {
        Map<String, char[]> held = new LinkedHashMap<>();
        for (String given : secrets) {
            String[] pair = pair(given);
            known(connector, pair[0]);
            if (!pair[1].startsWith("env:")) {
                throw usage("check.secretForm", "key", pair[0]);
            }
            String variable = pair[1].substring("env:".length());
            String value =
                    environment
                            .apply(variable)
                            .orElseThrow(() -> usage("check.noVariable", "variable", variable));
            held.put(pair[0], value.toCharArray());
        }
        return held;
    }

    private String[] pair(String given) {
        int at = given.indexOf('=');
        if (at < 1) {
            throw usage("check.notAPair", "value", given);
        }
        return new String[] {given.substring(0, at), given.substring(at + 1)};
    }

    private Setting known(Connector connector, String key) {
        List<Setting> all = all(connector);
        return all.stream()
                .filter(s -> s.key().equals(key))
                .findFirst()
                .orElseThrow(
                        () ->
                                usage(
                                        "check.unknownSetting",
                                        "key",
                                        key,
                                        "known",
                                        all.stream()
                                                .map(Setting::key)
                                                .collect(Collectors.joining(", "))));
    }

    /** The connector's own, and those by which any endpoint is reached. */
    private static List<Setting> all(Connector connector) {
        return Stream.concat(
                        connector.descriptor().settings().stream(),
                        Reach.beside(connector.descriptor()).stream())
                .toList();
    }

    private ParameterException usage(String key, String... values) {
        return new ParameterException(
                spec.commandLine(), Console.clean(console.texts().get(key, values)));
    }
}
