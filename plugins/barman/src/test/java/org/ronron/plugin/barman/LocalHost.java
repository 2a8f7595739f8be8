package org.ronron.plugin.barman;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.ronron.api.Action;
import org.ronron.api.Actions;
import org.ronron.api.Auth;
import org.ronron.api.BackupFact;
import org.ronron.api.Backups;
import org.ronron.api.ConnectorException;
import org.ronron.api.FindingFact;
import org.ronron.api.Host;
import org.ronron.api.Http;
import org.ronron.api.Inventory;
import org.ronron.api.Json;
import org.ronron.api.Observation;
import org.ronron.api.Session;
import org.ronron.api.Shell;

/**
 * This machine without SSH, and the connector on it.
 *
 * @param folder for receipts and for what commands print
 * @param variables of what is run
 */
record LocalHost(
        Path folder, Map<String, String> given, Map<String, String> variables, InstantSource clock)
        implements Host {
    static LocalHost of(Path folder, Map<String, String> given, Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("XDG_STATE_HOME", folder.resolve("state").toString());
        Instant now = Instant.parse("2026-11-22T05:30:00Z");
        return new LocalHost(folder, given, all, InstantSource.fixed(now));
    }

    LocalHost at(InstantSource other) {
        return new LocalHost(folder, given, variables, other);
    }

    Observation observe() throws ConnectorException {
        return session().capability(Inventory.class).orElseThrow().observe();
    }

    Session session() throws ConnectorException {
        return new BarmanConnector().open(this);
    }

    Actions actions() throws ConnectorException {
        return session().capability(Actions.class).orElseThrow();
    }

    Backups backups() throws ConnectorException {
        return session().capability(Backups.class).orElseThrow();
    }

    static BackupFact series(Observation seen, String name) {
        return seen.backups().stream().filter(b -> b.key().equals(name)).findFirst().orElseThrow();
    }

    /** {@code kind SEVERITY} of what was found about one subject. */
    static List<String> found(Observation seen, String subject) {
        return seen.findings().stream()
                .filter(f -> f.subject().equals(subject))
                .map(f -> f.kind() + " " + f.severity())
                .toList();
    }

    static FindingFact finding(Observation seen, String kind) {
        return seen.findings().stream()
                .filter(f -> f.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    /** With arguments as name, value, name, value. */
    static Action action(String verb, String... arguments) {
        Json.Obj all = Json.obj();
        for (int i = 0; i < arguments.length; i += 2) {
            all = all.with(arguments[i], arguments[i + 1]);
        }
        return new Action("e1", verb, all);
    }

    @Override
    public String endpointId() {
        return "e1";
    }

    @Override
    public String endpointName() {
        return "Les sauvegardes";
    }

    @Override
    public Optional<String> setting(String key) {
        Map<String, String> preset = Map.of("host", "oignon", "port", "22", "user", "barman");
        return Optional.ofNullable(given.getOrDefault(key, preset.get(key)));
    }

    @Override
    public boolean hasSecret(String key) {
        return false;
    }

    @Override
    public Http http(URI base, Auth auth) {
        throw new AssertionError("no HTTP is needed");
    }

    @Override
    public Shell shell() {
        return this::here;
    }

    private Shell.Answer here(Shell.Script script, List<String> arguments, Duration deadline) {
        List<String> command = new ArrayList<>(List.of("sh", "-s"));
        command.addAll(arguments);
        try {
            Path out = Files.createTempFile(folder, "out", "");
            Path err = Files.createTempFile(folder, "err", "");
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile());
            builder.environment().putAll(variables);
            Process process = builder.start();
            try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
                in.write("(\n" + script.text() + "\n) </dev/null\nexit $?\n");
            }
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                throw new AssertionError("still running");
            }
            return new Shell.Answer(
                    OptionalInt.of(process.exitValue()),
                    Files.readString(out),
                    Files.readString(err),
                    false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public boolean writable() {
        return true;
    }
}
