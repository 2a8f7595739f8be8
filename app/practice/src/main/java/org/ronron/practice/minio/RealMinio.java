package org.ronron.practice.minio;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.practice.process.Launch;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Ports;
import org.ronron.practice.process.Programs;
import org.ronron.practice.process.Running;
import org.ronron.practice.process.TempFolder;

/**
 * A real MinIO of February 2026, the last of its community versions: one server with four drives on
 * loopback, of which two may fail; about 150 MB. Not thread-safe, except {@link #url}.
 */
public final class RealMinio implements AutoCloseable {
    /** The program that is looked for, and under which name it is installed otherwise. */
    public static final String PROGRAM = "minio-7aac2a2c5b7c";

    private static final String INSTALLED = "minio";
    private static final int DRIVES = 4;
    private static final Duration STARTS = Duration.ofSeconds(60);

    private final TempFolder folder;
    private final Launch launch;
    private final URI url;
    private Running running;

    private RealMinio(Path binary, TempFolder folder) throws IOException {
        int port = Ports.free();
        this.folder = folder;
        this.url = URI.create("http://127.0.0.1:" + port);
        List<String> command = new ArrayList<>(List.of(binary.toString(), "server", "--quiet"));
        command.addAll(List.of("--address", "127.0.0.1:" + port));
        for (int drive = 1; drive <= DRIVES; drive++) {
            command.add(Files.createDirectory(drive(drive)).toString());
        }
        // without MINIO_CI_CD drives on the root file system are refused
        Map<String, String> environment =
                Map.of(
                        "MINIO_CI_CD", "1",
                        "MINIO_ROOT_USER", user(),
                        "MINIO_ROOT_PASSWORD", password(),
                        "MINIO_BROWSER", "off",
                        "MINIO_UPDATE", "off",
                        "MINIO_SCANNER_SPEED", "fastest",
                        "GOMAXPROCS", "2",
                        "GOMEMLIMIT", "300MiB");
        this.launch = new Launch(INSTALLED, command, folder.path(), environment);
        this.running = Running.start(launch);
    }

    /**
     * Starts it and waits until it takes writes: a second or two.
     *
     * @throws MissingProgramException when MinIO is not on this machine
     */
    public static RealMinio start(Programs programs) throws MissingProgramException, IOException {
        Optional<Path> own = programs.find(PROGRAM).or(() -> programs.find(INSTALLED));
        Path binary =
                own.isPresent()
                        ? own.get()
                        : programs.require(
                                PROGRAM, "run .ci/lab, which builds it (5 minutes, once)");
        TempFolder folder = new TempFolder(INSTALLED);
        try {
            RealMinio minio = new RealMinio(binary, folder);
            minio.awaitQuorum();
            return minio;
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** Its address, S3 and administration. */
    public URI url() {
        return url;
    }

    /** Who may do everything. */
    public String user() {
        return "practice";
    }

    public String password() {
        return "practice-root-password";
    }

    /** As a power cut: SIGKILL. Its data stay. */
    public void kill() throws IOException {
        running.kill();
    }

    /** Stops it in mid-breath (SIGSTOP): it hangs and answers nothing. */
    public void pause() throws IOException {
        running.signal("STOP");
    }

    /** Lets a paused one go on. */
    public void resume() throws IOException {
        running.signal("CONT");
    }

    /** Starts a killed one again, on its data, and waits until it takes writes. */
    public void restart() throws IOException {
        running.close();
        running = Running.start(launch);
        awaitQuorum();
    }

    /** Puts a file where a drive was, numbered from 1: MinIO calls it corrupt. */
    public void loseDrive(int drive) throws IOException {
        Files.move(drive(drive), folder.path().resolve("lost" + drive));
        Files.createFile(drive(drive));
    }

    /** The drive as it was before {@link #loseDrive}. */
    public void bringDriveBack(int drive) throws IOException {
        Files.delete(drive(drive));
        Files.move(folder.path().resolve("lost" + drive), drive(drive));
    }

    /** Waits until something is so. */
    public void await(Running.Ready so) throws IOException {
        running.await(STARTS, so);
    }

    private Path drive(int number) {
        return folder.path().resolve("d" + number);
    }

    private void awaitQuorum() throws IOException {
        try {
            running.await(STARTS, this::takesWrites);
        } catch (IOException e) {
            running.close();
            throw e;
        }
    }

    private boolean takesWrites() {
        try {
            URI health = url.resolve("/minio/health/cluster");
            HttpURLConnection asked = (HttpURLConnection) health.toURL().openConnection();
            asked.setReadTimeout(5_000);
            return asked.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            running.kill();
        } catch (IOException interrupted) {
            running.close();
        }
        folder.close();
    }
}
