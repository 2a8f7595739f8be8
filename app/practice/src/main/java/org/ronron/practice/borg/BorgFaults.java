package org.ronron.practice.borg;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.ronron.practice.process.Launch;
import org.ronron.practice.process.Running;

/** What can go wrong with the repository beside, done for real; each can be undone. */
public final class BorgFaults {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String ENDLESS =
            "yes | sh -c 'echo $$ >\"$1.pid\"; exec %s' sh \"$1\" \"$2\"";

    private final RealBorg borg;

    public BorgFaults(RealBorg borg) {
        this.borg = borg;
    }

    private Path repository() {
        return Path.of(borg.beside());
    }

    /** Keeps all as it is now, for {@link #again}. */
    public void keep() throws IOException {
        borg.on(
                """
                cd "$1" && rm -rf kept && mkdir kept &&
                cp -a borgmatic.yaml passphrase source base beside.borg elsewhere.borg kept
                """,
                borg.folder() + "");
    }

    /** All as it was kept: files, repositories, cache; without receipts and what was restored. */
    public void again() throws IOException {
        borg.on(
                """
                cd "$1" && rm -rf source base *.borg restored ssh/home/.local/state &&
                cp -a kept/. .
                """,
                borg.folder() + "");
    }

    /** Another machine holds the lock, and is gone. */
    public void lock() throws IOException {
        Path lock = Files.createDirectories(repository().resolve("lock.exclusive"));
        Files.createFile(lock.resolve("otherhost@99.4711-0"));
    }

    public void unlock() throws IOException {
        Files.deleteIfExists(repository().resolve("lock.exclusive/otherhost@99.4711-0"));
        Files.deleteIfExists(repository().resolve("lock.exclusive"));
    }

    /**
     * Changes two bytes in the middle of the largest file of data.
     *
     * @return what brings them back
     */
    public AutoCloseable corrupt() throws IOException {
        Path segment = largest();
        byte[] before = Files.readAllBytes(segment);
        try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), "rw")) {
            file.seek(file.length() / 2);
            file.write(new byte[] {'X', 'X'});
        }
        return () -> Files.write(segment, before);
    }

    private Path largest() throws IOException {
        try (Stream<Path> files = Files.walk(repository().resolve("data"))) {
            return files.filter(Files::isRegularFile)
                    .max(Comparator.comparingLong(BorgFaults::size))
                    .orElseThrow();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The repository lies elsewhere on this machine, and the configuration names that place.
     *
     * @return what brings it back
     */
    public AutoCloseable relocate() throws IOException {
        String before = Files.readString(borg.config());
        Path moved = repository().resolveSibling("moved.borg");
        Files.move(repository(), moved);
        Files.writeString(borg.config(), before.replace(borg.beside(), moved.toString()));
        return () -> {
            Files.move(moved, repository());
            Files.writeString(borg.config(), before);
        };
    }

    /** The repository is gone; what brings it back. */
    public AutoCloseable lose() throws IOException {
        Path away = repository().resolveSibling("away.borg");
        Files.move(repository(), away);
        return () -> Files.move(away, repository());
    }

    /** Borg wants more room than any disk has; or is content again. */
    public void full(boolean full) throws IOException {
        borg.on(
                borg.borg("config \"$1\" additional_free_space \"$2\""),
                borg.beside(),
                full ? "9999T" : "0");
    }

    /** What Borg remembers of its repositories on this machine. */
    public void forgetCache() throws IOException {
        borg.on("rm -rf \"$1\"", borg.folder().resolve("base/.cache") + "");
    }

    /**
     * A backup that has begun and never ends by itself.
     *
     * @return the way in over which it was begun; closing that ends it
     */
    public Running endless() throws IOException {
        Path mark = borg.folder().resolve("endless");
        Files.deleteIfExists(borg.folder().resolve("endless.log"));
        String create = borg.borg("create --log-json --progress \"$2\" -").replace("'", "'\\''");
        List<String> command =
                borg.login(
                        ENDLESS.formatted("env " + create), mark + "", borg.beside() + "::endless");
        Running running = Running.start(new Launch("endless", command, borg.folder(), Map.of()));
        return running.await(SOON, () -> running.said("archive_progress") > 2);
    }

    /** Ends it as Ctrl-C and a closed laptop do: a checkpoint stays, and no lock. */
    public void interrupt(Running endless) throws IOException {
        String pid = pid();
        borg.on("kill -s INT \"$1\"", pid);
        // one file of any length is read to its end after that, so it is ended once this is kept
        endless.await(SOON, () -> endless.said("cache.commit") > 0);
        end(endless, "TERM");
    }

    private String pid() throws IOException {
        return Files.readString(borg.folder().resolve("endless.pid")).strip();
    }

    /** Ends it as a power cut does, with {@code KILL}: the lock stays. */
    public void end(Running endless, String signal) throws IOException {
        String pid = pid();
        borg.on("kill -s \"$1\" \"$2\"", signal, pid);
        try {
            ProcessHandle.of(Long.parseLong(pid))
                    .map(ProcessHandle::onExit)
                    .orElse(CompletableFuture.completedFuture(null))
                    .get(SOON.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("borg did not end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        endless.close();
    }
}
