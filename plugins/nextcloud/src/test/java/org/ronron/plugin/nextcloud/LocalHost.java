package org.ronron.plugin.nextcloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.ronron.api.Auth;
import org.ronron.api.Host;
import org.ronron.api.Http;
import org.ronron.api.MadeSecret;
import org.ronron.api.Shell;

/**
 * This machine without SSH, for what has to be done to the shell first.
 *
 * @param before shell text that limits all that follows
 * @param folder for what commands print
 */
record LocalHost(Map<String, String> settings, String before, Path folder) implements Host {
    @Override
    public String endpointId() {
        return "e1";
    }

    @Override
    public String endpointName() {
        return "La ferme";
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
        return new Shell() {
            @Override
            public Answer run(Script script, List<String> arguments, Duration deadline) {
                return here(script, arguments);
            }

            @Override
            public Answer run(
                    Script script,
                    List<String> arguments,
                    List<MadeSecret> secrets,
                    Duration deadline) {
                List<String> all = new ArrayList<>(arguments);
                secrets.forEach(s -> all.add(FarmRig.SECRETS.getOrDefault(s.name(), "")));
                return here(script, all);
            }
        };
    }

    private Shell.Answer here(Shell.Script script, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.addAll(List.of("sh", "-c", before + "\nexec sh -s \"$@\"", "sh"));
        command.addAll(arguments);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile())
                            .start();
            try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
                in.write("(\n" + script.text() + "\n) </dev/null\nexit $?\n");
            }
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
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

    @Override
    public InstantSource clock() {
        return InstantSource.system();
    }
}
