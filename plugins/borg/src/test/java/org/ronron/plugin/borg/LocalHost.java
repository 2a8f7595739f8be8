package org.ronron.plugin.borg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ronron.api.Auth;
import org.ronron.api.Host;
import org.ronron.api.Http;
import org.ronron.api.Shell;

/** This machine without SSH, for a program in the place of Borg. */
record LocalHost(Map<String, String> settings, Path state) implements Host {
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
        return Optional.ofNullable(settings.get(key));
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
        return (script, arguments, deadline) -> here(script, arguments);
    }

    private Shell.Answer here(Shell.Script script, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("sh", "-s"));
        command.addAll(arguments);
        try {
            Path err = Files.createTempFile("ronron", "err");
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
            builder.environment().put("XDG_STATE_HOME", state.toString());
            builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin");
            Process process = builder.start();
            try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
                in.write("(\n" + script.text() + "\n) </dev/null\nexit $?\n");
            }
            String out =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String said = Files.readString(err);
            Files.delete(err);
            return new Shell.Answer(OptionalInt.of(process.waitFor()), out, said, false);
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

    @Override
    public InstantSource clock() {
        return InstantSource.system();
    }
}
