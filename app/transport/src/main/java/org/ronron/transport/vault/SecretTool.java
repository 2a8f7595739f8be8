package org.ronron.transport.vault;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ronron.api.Fault;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.StorageException;

/**
 * The Secret Service of a Linux session (GNOME's, KDE's, KeePassXC's), by libsecret's {@code
 * secret-tool}. The key goes over its standard input and output, never into an argument.
 *
 * <p>{@code lookup} ends with 1 and says nothing both when there is no such key and when the
 * keyring stays locked; {@code search} finds what is locked as well. It speaks where it reaches no
 * service (libsecret 0.20).
 */
public final class SecretTool implements SessionKeyring {
    private static final String PROGRAM = "secret-tool";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST = 4096;

    private final Map<String, String> environment;
    private final Duration patience;

    /** What came of one run. */
    private record Ran(int exit, byte[] out, String err) {}

    /**
     * @param environment of the session: {@code PATH}, {@code DBUS_SESSION_BUS_ADDRESS}, {@code
     *     XDG_RUNTIME_DIR} are read, all of it is handed on
     */
    public SecretTool(Map<String, String> environment) {
        this(environment, PATIENCE);
    }

    /**
     * @param patience how long the person may take to open the keyring
     */
    SecretTool(Map<String, String> environment, Duration patience) {
        this.environment = Map.copyOf(environment);
        this.patience = patience;
    }

    @Override
    public boolean present() {
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        boolean bus =
                !environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "").isEmpty()
                        || runtime.startsWith("/") && Files.exists(Path.of(runtime, "bus"));
        return bus && program().isPresent();
    }

    private Optional<Path> program() {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, PROGRAM))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public Optional<byte[]> get(String vault) throws StorageException {
        Ran found = run(new byte[0], "lookup", vault);
        try {
            if (found.exit() == 0) {
                return Optional.of(Base64.getDecoder().decode(found.out()));
            }
        } catch (IllegalArgumentException another) {
            return Optional.empty();
        } finally {
            Chars.wipe(found.out());
        }
        if (!found.err().isEmpty()) {
            throw missing(found.err());
        }
        Ran locked = run(new byte[0], "search", vault);
        boolean there = locked.out().length > 0;
        Chars.wipe(locked.out());
        if (there) {
            throw locked();
        }
        return Optional.empty();
    }

    @Override
    public void put(String vault, byte[] key) throws StorageException {
        byte[] text = Base64.getEncoder().encode(key);
        try {
            Ran kept = run(text, "store", vault);
            if (kept.exit() != 0) {
                throw kept.err().contains("locked") ? locked() : missing(kept.err());
            }
        } finally {
            Chars.wipe(text);
        }
    }

    @Override
    public void forget(String vault) {
        try {
            run(new byte[0], "clear", vault);
        } catch (StorageException unreachable) {
            // the wrapped key beside the vault is gone: what is left there opens nothing
        }
    }

    static StorageException missing(String cause) {
        return new StorageException(
                Fault.of(OwnError.KEYRING_MISSING, "", "cause", cause.strip()), null);
    }

    private static StorageException locked() {
        return new StorageException(Fault.of(OwnError.KEYRING_LOCKED, ""), null);
    }

    private Ran run(byte[] input, String verb, String vault) throws StorageException {
        Path program = program().orElseThrow(() -> missing("secret-tool is not installed"));
        List<String> command = new ArrayList<>(List.of(program.toString(), verb));
        if (verb.equals("store")) {
            command.add("--label=Ronron");
        }
        command.addAll(List.of("application", "org.ronron", "vault", vault));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return ran(builder.start(), input);
        } catch (IOException e) {
            throw missing(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw locked();
        }
    }

    /** What it answers fits into a pipe, so it can be read once it has ended. */
    private Ran ran(Process process, byte[] input)
            throws IOException, InterruptedException, StorageException {
        try {
            try (OutputStream in = process.getOutputStream()) {
                in.write(input);
            }
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw locked();
            }
            byte[] out = process.getInputStream().readNBytes(MOST);
            byte[] err = process.getErrorStream().readNBytes(MOST);
            byte[] line = strip(out);
            return new Ran(
                    process.exitValue(), line, new String(err, StandardCharsets.UTF_8).strip());
        } finally {
            process.destroyForcibly();
        }
    }

    private static byte[] strip(byte[] line) {
        int end = line.length;
        while (end > 0 && line[end - 1] == '\n') {
            end--;
        }
        byte[] stripped = Arrays.copyOf(line, end);
        Chars.wipe(line);
        return stripped;
    }
}
