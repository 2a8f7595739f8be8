package org.ronron.practice.barman;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ronron.api.Action;
import org.ronron.api.Backups;
import org.ronron.api.Json;
import org.ronron.practice.postgresql.RealPostgres;
import org.ronron.practice.process.Launch;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.practice.process.Running;
import org.ronron.practice.process.TempFolder;

/**
 * A real Barman in a folder of its own, which keeps one real PostgreSQL by streaming and one that
 * is not there ({@link #DEAD}), and what can go wrong with it. As root, Barman runs as its own
 * account, else as whoever started us. Nothing runs it each minute: {@link #cron} does. Not
 * thread-safe.
 */
public final class RealBarman implements AutoCloseable {
    /** The server that it keeps. */
    public static final String SERVER = "pgstream";

    /** A server whose database is not there; its file is in place after {@link #addDead}. */
    public static final String DEAD = "pgdead";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ACCOUNT = "barman";
    private static final String ROLES =
            """
            SET password_encryption = 'scram-sha-256';
            CREATE ROLE barman LOGIN PASSWORD 'practice-barman';
            GRANT EXECUTE ON FUNCTION pg_backup_start(text, boolean) TO barman;
            GRANT EXECUTE ON FUNCTION pg_backup_stop(boolean) TO barman;
            GRANT EXECUTE ON FUNCTION pg_switch_wal() TO barman;
            GRANT EXECUTE ON FUNCTION pg_create_restore_point(text) TO barman;
            GRANT pg_read_all_settings, pg_read_all_stats, pg_checkpoint TO barman;
            CREATE ROLE streaming_barman LOGIN REPLICATION PASSWORD 'practice-streaming';
            """;
    private static final String MEMBERS =
            """
            CREATE TABLE member(id serial primary key, name text not null);
            INSERT INTO member(name) SELECT 'Zoë ' || g FROM generate_series(1, 2000) g;
            """;

    private final TempFolder folder;
    private final RealPostgres postgres;
    private final Tool barman;
    private final List<Undo> undone = new ArrayList<>();

    /** What takes a fault back. */
    private interface Undo {
        void undo() throws IOException;
    }

    private RealBarman(TempFolder folder, RealPostgres postgres, Tool barman) {
        this.folder = folder;
        this.postgres = postgres;
        this.barman = barman;
    }

    /**
     * Starts both, has the first log of changes go the whole way, and makes one backup: some ten
     * seconds.
     */
    public static RealBarman start(Programs programs) throws IOException, MissingProgramException {
        Path program = programs.require("barman", "apt install barman");
        RealPostgres postgres = RealPostgres.start(programs, Map.of("wal_level", "replica"));
        TempFolder folder = new TempFolder("barman");
        try {
            Tool tool = new Tool(program, folder.path().resolve("barman.conf"));
            RealBarman made = new RealBarman(folder, postgres, tool);
            made.prepare();
            return made;
        } catch (IOException | RuntimeException e) {
            postgres.close();
            folder.close();
            throw e;
        }
    }

    private void prepare() throws IOException {
        postgres.sql("postgres", ROLES);
        postgres.sql("postgres", "CREATE DATABASE coop");
        postgres.sql("coop", MEMBERS);
        Path place = folder.path();
        for (String inner : List.of("home", "d", "restored")) {
            Files.createDirectory(place.resolve(inner));
        }
        Files.writeString(
                place.resolve("pgpass"),
                "127.0.0.1:%1$d:*:barman:practice-barman\n127.0.0.1:%1$d:*:streaming_barman:practice-streaming\n"
                        .formatted(postgres.port()));
        Configuration text = new Configuration(place, account(), postgres.programsFolder());
        Files.writeString(config(), text.whole());
        Files.writeString(
                place.resolve("d/" + SERVER + ".conf"), text.server(SERVER, postgres.port()));
        Tool.run(List.of("chmod", "600", place.resolve("pgpass").toString()));
        own(place);
        cron();
        // the receiver has begun when its first file is there; then one has to go the whole way
        await(() -> anyFile("home/" + SERVER + "/streaming", name -> name.endsWith(".partial")));
        await(this::firstLogIsKept);
        backup();
    }

    /** Tried again and again: until the receiver has caught up, what is asked for does not come. */
    private boolean firstLogIsKept() {
        try {
            cron();
            change("the first");
            barman.ask("-q", "switch-wal", "--archive", "--archive-timeout", "10", SERVER);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** What a connection to it says. */
    public Map<String, String> settings() {
        return Map.of("config", config().toString());
    }

    /**
     * One of each verb, as a plan has them; the first does no harm.
     *
     * @param endpointId of the actions
     */
    public List<Action> samples(String endpointId) throws IOException {
        Json.Obj all = Json.obj().with("receipt", "sample-1").with("key", SERVER);
        Json.Obj place = Json.obj().with("destination", restored().resolve("sample").toString());
        return List.of(
                new Action(endpointId, Backups.CHECK, all.with("data", Json.of(false))),
                new Action(endpointId, Backups.RUN, all),
                new Action(
                        endpointId,
                        Backups.RESTORE,
                        all.with(place).with("point", backups().getFirst())));
    }

    /** Its configuration. */
    public Path config() {
        return at("barman.conf");
    }

    /** An empty folder in which its account may put what is restored. */
    public Path restored() {
        return at("restored");
    }

    /** The database that it keeps, with 2000 rows in {@code member} of {@code coop}, and more. */
    public RealPostgres postgres() {
        return postgres;
    }

    /** Its version: {@code 3.4.0}. */
    public String version() throws IOException {
        return barman.ask("-v").lines().findFirst().orElse("").split(" ")[0];
    }

    /** What cron would do each minute: archives what has come, starts the receiver. */
    public void cron() throws IOException {
        barman.ask("-q", "cron");
    }

    /** Writes a row. */
    public void change(String what) throws IOException {
        postgres.sql("coop", "INSERT INTO member(name) VALUES ('" + what + "')");
    }

    /** Ends the current log file, and waits until it is kept. */
    public void switchLog() throws IOException {
        barman.ask("-q", "switch-wal", "--archive", "--archive-timeout", "60", SERVER);
    }

    /** Makes a backup as cron would, and waits until it is complete. */
    public void backup() throws IOException {
        barman.ask("-q", "backup", "--wait", SERVER);
    }

    /** Names of its backups, the newest first. */
    public List<String> backups() throws IOException {
        return barman.ask("list-backup", "--minimal", SERVER).lines().toList();
    }

    /** The files of the newest backup. */
    public Path newest() throws IOException {
        return at("home/" + SERVER + "/base/" + backups().getFirst() + "/data");
    }

    /** Adds a server whose database is not there. */
    public void addDead() throws IOException {
        Path file =
                Files.writeString(
                        at("d/" + DEAD + ".conf"),
                        new Configuration(folder.path(), account(), postgres.programsFolder())
                                .server(DEAD, 1));
        own(file);
        undone.add(() -> Files.delete(file));
    }

    /** Changes four bytes of the newest backup: only reading all of it can tell. */
    public void damage() throws IOException {
        try (Stream<Path> files = Files.walk(newest().resolve("base"))) {
            Path biggest = files.max(Comparator.comparingLong(f -> f.toFile().length())).get();
            byte[] before = new byte[4];
            try (RandomAccessFile file = new RandomAccessFile(biggest.toFile(), "rw")) {
                file.seek(9000);
                file.readFully(before);
                file.seek(9000);
                file.write("XXXX".getBytes(StandardCharsets.US_ASCII));
            }
            undone.add(
                    () -> {
                        try (RandomAccessFile file = new RandomAccessFile(biggest.toFile(), "rw")) {
                            file.seek(9000);
                            file.write(before);
                        }
                    });
        }
    }

    /**
     * Takes away the last log file but one.
     *
     * @return its name
     */
    public String loseLog() throws IOException {
        for (int i = 1; i <= 3; i++) {
            change("gap " + i);
            switchLog();
        }
        try (Stream<Path> files = Files.walk(at("home/" + SERVER + "/wals"))) {
            List<Path> logs =
                    files.filter(f -> f.getFileName().toString().matches("[0-9A-F]{24}"))
                            .sorted()
                            .toList();
            Path lost = logs.get(logs.size() - 2);
            Path kept = at("lost");
            Files.move(lost, kept);
            undone.add(() -> Files.move(kept, lost, StandardCopyOption.REPLACE_EXISTING));
            return lost.getFileName().toString();
        }
    }

    /** Stops the receiver of changes. */
    public void stopReceiving() throws IOException {
        barman.ask("-q", "receive-wal", "--stop", SERVER);
        undone.add(this::cron);
    }

    /** Kills a backup in the middle: Barman calls it STARTED for ever. */
    public void leaveStarted() throws IOException {
        begun("KILL");
    }

    /** Interrupts a backup in the middle: it is FAILED. */
    public void interrupt() throws IOException {
        begun("INT");
    }

    private void begun(String signal) throws IOException {
        List<String> before = backups();
        String config = config().toString();
        String path = barman.program().toString();
        Launch launch =
                Launch.of(
                        "slow",
                        folder.path(),
                        path,
                        "-c",
                        config,
                        "backup",
                        "--bwlimit",
                        "50",
                        SERVER);
        undone.add(this::removeIncomplete);
        try (Running slow = Running.start(launch)) {
            slow.await(PATIENCE, () -> copies(before));
            // Barman itself, not the program that copies: it is the one that holds the lock
            Path lock = at("home/." + SERVER + "-backup.lock");
            String pid = Files.readString(lock).strip();
            Tool.run(List.of("kill", "-" + signal, pid));
            await(() -> dead(pid));
        }
    }

    private static boolean dead(String pid) {
        return ProcessHandle.of(Long.parseLong(pid)).map(p -> !p.isAlive()).orElse(true);
    }

    private boolean copies(List<String> before) {
        try (Stream<Path> names = Files.list(at("home/" + SERVER + "/base"))) {
            Optional<Path> fresh =
                    names.filter(n -> !before.contains(n.getFileName().toString())).findFirst();
            return fresh.isPresent() && Files.exists(fresh.get().resolve("data/base"));
        } catch (IOException notYet) {
            return false;
        }
    }

    private void removeIncomplete() throws IOException {
        for (String line : barman.ask("list-backup", SERVER).lines().toList()) {
            if (line.matches(".* - (STARTED|FAILED)")) {
                barman.ask("-q", "delete", SERVER, line.split(" ")[1]);
            }
        }
    }

    /** Takes all faults back. */
    public void heal() throws IOException {
        for (Undo undo : undone.reversed()) {
            undo.undo();
        }
        undone.clear();
        cron();
        await(() -> anyFile("home/" + SERVER + "/streaming", name -> name.endsWith(".partial")));
    }

    /** Waits until something is so. */
    public void await(Running.Ready so) throws IOException {
        postgres.await(so);
    }

    private boolean anyFile(String inner, Predicate<String> name) {
        try (Stream<Path> files = Files.walk(at(inner))) {
            return files.anyMatch(f -> name.test(f.getFileName().toString()));
        } catch (IOException notYet) {
            return false;
        }
    }

    private Path at(String inner) {
        return folder.path().resolve(inner);
    }

    private static void own(Path place) throws IOException {
        if (root()) {
            Tool.run(List.of("chown", "-R", ACCOUNT + ":", place.toString()));
        }
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static String account() {
        return root() ? ACCOUNT : System.getProperty("user.name");
    }

    @Override
    public void close() {
        try {
            barman.ask("-q", "receive-wal", "--stop", SERVER);
        } catch (IOException notRunning) {
            // it ends with its database
        }
        postgres.close();
        folder.close();
    }
}
