package org.ronron.practice.process;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A program that runs, in a process group of its own. It ends with {@link #close}, and with this
 * JVM however that ends: a small shell holds a pipe to us and ends the group when the pipe breaks.
 * Needs {@code sh} and {@code setsid} (util-linux). Methods may be called from any thread.
 */
public final class Running implements AutoCloseable {
    private static final Duration GENTLE = Duration.ofSeconds(5);
    private static final Duration BURIED = Duration.ofSeconds(2);
    private static final String GUARD = "read end || kill -s KILL -- \"-$1\"";
    private final Launch launch;
    private final Process process;
    private final Process guard;

    private Running(Launch launch, Process process, Process guard) {
        this.launch = launch;
        this.process = process;
        this.guard = guard;
    }

    /**
     * Starts it; its output goes to {@code <folder>/<name>.log}.
     *
     * @throws IOException when it cannot be started
     */
    public static Running start(Launch launch) throws IOException {
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(launch.command());
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(launch.folder().toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
        builder.environment().remove("CI");
        builder.environment().putAll(launch.environment());
        Process process = builder.start();
        Process guard =
                new ProcessBuilder("setsid", "sh", "-c", GUARD, "sh", "" + process.pid())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return new Running(launch, process, guard);
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /**
     * Waits until it answers.
     *
     * @throws IOException when it ends before, or does not answer in time: the message holds the
     *     end of its log
     */
    public Running await(Duration atMost, Ready ready) throws IOException {
        long end = System.nanoTime() + atMost.toNanos();
        while (!ready.now()) {
            if (exited(Duration.ofMillis(50))) {
                throw new IOException(launch.name() + " ended at once:\n" + tail());
            }
            if (System.nanoTime() > end) {
                throw new IOException(
                        launch.name()
                                + " was not ready within "
                                + atMost.toSeconds()
                                + " s:\n"
                                + tail());
            }
        }
        return this;
    }

    /** Whether a server is ready; asked again and again. */
    @FunctionalInterface
    public interface Ready {
        boolean now() throws IOException;
    }

    /** Sends a signal by its name without {@code SIG}: {@code STOP}, {@code CONT}, {@code HUP}. */
    public void signal(String name) throws IOException {
        Process sent =
                new ProcessBuilder("sh", "-c", "kill -s \"$1\" \"$2\"", "sh", name, "" + pid())
                        .inheritIO()
                        .start();
        try {
            if (sent.waitFor() != 0) {
                throw new IOException("signal " + name + " not sent to " + launch.name());
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * Ends it as a power cut would (SIGKILL), with all that it started; returns when it is gone.
     */
    public void kill() throws IOException {
        List<ProcessHandle> all = everyone().toList();
        all.forEach(ProcessHandle::destroyForcibly);
        exited(GENTLE);
        gone(all);
        release();
    }

    /** Ends it politely, then by force, with all that it started. Idempotent. */
    @Override
    public void close() {
        List<ProcessHandle> all = everyone().toList();
        process.destroy();
        try {
            exited(GENTLE);
            all.forEach(ProcessHandle::destroyForcibly);
            exited(GENTLE);
            gone(all);
            release();
        } catch (IOException interrupted) {
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** How many lines of its log hold these words; of earlier runs with the same log too. */
    public long said(String words) throws IOException {
        String log = new String(Files.readAllBytes(launch.log()), StandardCharsets.UTF_8);
        return log.lines().filter(line -> line.contains(words)).count();
    }

    /** The last lines that it wrote. */
    public String tail() {
        try {
            List<String> lines =
                    new String(Files.readAllBytes(launch.log()), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
        } catch (IOException e) {
            return "(no log)";
        }
    }

    private Stream<ProcessHandle> everyone() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()));
    }

    /** The guard must not outlive its program: the number could belong to another one by then. */
    private void release() throws IOException {
        if (guard.isAlive()) {
            try (var pipe = guard.outputWriter(StandardCharsets.UTF_8)) {
                pipe.write("end\n");
            } catch (IOException guardIsGone) {
                guard.destroyForcibly();
            }
        }
    }

    /**
     * Waits for those that it started as well: one that has just been made still holds the port
     * that its maker listened on. In a container that buries nobody they stay, so not for long.
     */
    private static void gone(List<ProcessHandle> all) throws InterruptedIOException {
        try {
            CompletableFuture.allOf(
                            all.stream()
                                    .filter(ProcessHandle::isAlive)
                                    .map(ProcessHandle::onExit)
                                    .toArray(CompletableFuture[]::new))
                    .get(BURIED.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException stillListed) {
            return;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private boolean exited(Duration atMost) throws InterruptedIOException {
        try {
            return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static InterruptedIOException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        InterruptedIOException e = new InterruptedIOException("interrupted");
        e.initCause(cause);
        return e;
    }
}
