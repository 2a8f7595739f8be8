package org.ronron.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ronron.api.Json;
import org.ronron.cli.Console;
import org.ronron.cli.Exit;
import org.ronron.core.json.JsonText;
import org.ronron.practice.backup.BackupServers;
import org.ronron.practice.collective.PracticeOwner;
import org.ronron.practice.collective.PracticePlan;
import org.ronron.practice.collective.PracticeServers;
import org.ronron.practice.farm.FarmServers;
import org.ronron.practice.garage.AdminApi;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.practice.process.TempFolder;
import org.ronron.practice.tour.Acts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ronron tour}: plays the practice evening in the real window, a line a step. Each act runs
 * in a program of its own on a folder of the tour's; the first is killed in the middle of its move.
 */
@Command(name = "tour", mixinStandardHelpOptions = true)
final class TourCommand implements Callable<Integer> {
    /** Begins each line that an act tells. */
    static final String SIGN = "tour| ";

    private static final String OK = "ok ";
    private static final int KILLED = 128 + 9;
    private final Console console;

    @Option(names = "--out", paramLabel = "DIR")
    private Path out = Path.of(System.getProperty("ronron.root", ""), "target", "tour");

    @Option(names = "--stand-ins")
    private boolean standIns;

    /** The second evening alone, for whoever works on it. */
    @Option(names = "--farm", hidden = true)
    private boolean farmOnly;

    /** The evening with the backups alone. */
    @Option(names = "--backups", hidden = true)
    private boolean backupsOnly;

    /** Where a backup is restored to. */
    private String place = "";

    private int number;
    private int ok;
    private int skipped;
    private int failed;

    TourCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        console.line(console.texts().get("tour.starting"));
        Programs programs = standIns ? Programs.none() : Programs.ofThisMachine();
        evening(programs);
        console.line(
                console.texts()
                        .get(
                                "tour.pictures",
                                "folder",
                                out.toAbsolutePath().normalize().toString()));
        console.line(
                console.texts()
                        .get(
                                "tour.sum",
                                "ok",
                                String.valueOf(ok),
                                "skipped",
                                String.valueOf(skipped),
                                "failed",
                                String.valueOf(failed)));
        return failed == 0 ? Exit.OK : Exit.FAULT;
    }

    private void evening(Programs programs) throws InterruptedException {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
                TempFolder folder = new TempFolder("tour")) {
            if (!farmOnly && !backupsOnly) {
                machines(programs, executor, folder.path().resolve("home"));
            }
            if (!backupsOnly) {
                farm(programs, executor, folder.path().resolve("farm-home"));
            }
            if (!farmOnly) {
                backups(programs, folder.path().resolve("backups-home"));
            }
        } catch (IOException broken) {
            // however it ends, the last line says how many came to pass
            say(false, "", String.valueOf(broken.getMessage()).replaceAll("\\s+", " "));
        }
    }

    private void machines(Programs programs, Executor executor, Path home)
            throws IOException, InterruptedException {
        try (PracticeServers servers =
                PracticeServers.start(programs, executor, Clock.systemUTC())) {
            PracticePlan plan = servers.plan();
            console.line(
                    console.texts()
                            .get(
                                    "tour.servers",
                                    "garage",
                                    plan.software("garage"),
                                    "nomad",
                                    plan.software("nomad"),
                                    "ssh",
                                    plan.software("ssh")));
            play(servers, plan, home);
        }
    }

    /** What cannot be played after a failure is said to be left out, a line each. */
    private void play(PracticeServers servers, PracticePlan plan, Path home)
            throws IOException, InterruptedException {
        int exit = play(Acts.FIRST, home, plan, servers::changed);
        if (failed > 0) {
            skip("not.killed");
        } else {
            say(exit == KILLED, step("killed"), step("ended", "exit", String.valueOf(exit)));
        }
        if (failed > 0) {
            skip("not.second");
        } else {
            play(Acts.SECOND, home, plan, servers::changed);
        }
        if (failed > 0) {
            skip("not.layouts");
        } else {
            layouts(servers, plan);
        }
    }

    /**
     * An evening at a collective that gives spaces; where its servers are not here, that is said.
     */
    private void farm(Programs programs, Executor executor, Path home)
            throws IOException, InterruptedException {
        if (failed > 0) {
            skip("not.farm", "why", step("not.second"));
            return;
        }
        try (FarmServers farm =
                FarmServers.startedBeforeTheMap(programs, executor, Clock.systemUTC())) {
            PracticePlan plan = farm.plan();
            console.line(console.texts().get("tour.farm", words(plan)));
            play(Acts.THIRD, home, plan, change -> {});
            if (failed == 0) {
                FarmWord word = FarmWord.of(farm, plan);
                say(
                        word.right(),
                        step("census", word.values()),
                        step("census.differs", "what", word.said()));
            }
        } catch (MissingProgramException missing) {
            skip("not.farm", "why", String.valueOf(missing.getMessage()));
        }
    }

    /** A third evening: is everything saved? Where its tools are not here, that is said. */
    private void backups(Programs programs, Path home) throws IOException, InterruptedException {
        if (failed > 0) {
            skip("not.backups", "why", step("not.second"));
            return;
        }
        try (BackupServers servers = BackupServers.start(programs)) {
            PracticePlan plan = servers.plan();
            servers.slowDown();
            console.line(console.texts().get("tour.backups", words(plan)));
            int exit = play(Acts.FOURTH, home, plan, change -> {});
            if (failed == 0) {
                say(
                        exit == KILLED,
                        step("backups-killed"),
                        step("ended", "exit", String.valueOf(exit)));
            }
            if (failed == 0) {
                play(Acts.FIFTH, home, plan, change -> {});
            }
            if (failed == 0) {
                restored(servers, plan);
            }
        } catch (MissingProgramException missing) {
            skip("not.backups", "why", String.valueOf(missing.getMessage()));
        }
    }

    /** A PostgreSQL of ours, started from what was restored, is asked: the word of nobody else. */
    private void restored(BackupServers servers, PracticePlan plan)
            throws IOException, MissingProgramException {
        String question = "SELECT count(*) FROM member";
        String kept = servers.barman().postgres().sql(BackupServers.DATABASE, question);
        String back = servers.askRestored(Path.of(place), BackupServers.DATABASE, question);
        say(
                back.equals(kept),
                step("restored", "postgresql", plan.software("postgresql"), "rows", back),
                step("restored.differs", "rows", back, "kept", kept));
    }

    private static String[] words(PracticePlan plan) {
        return plan.software().entrySet().stream()
                .flatMap(e -> Stream.of(e.getKey(), e.getValue()))
                .toArray(String[]::new);
    }

    /** What the servers themselves say in the end: Ronron's word is not taken for it. */
    private void layouts(PracticeServers servers, PracticePlan plan) throws IOException {
        Set<String> layouts = new TreeSet<>();
        for (AdminApi node : servers.garageNodes()) {
            Json.Obj layout = node.get("/v2/GetClusterLayout").object();
            layouts.add(
                    layout.number("version").orElse(-1L)
                            + layout.objects("roles").stream()
                                    .map(JsonText::write)
                                    .sorted()
                                    .collect(Collectors.joining()));
        }
        say(
                layouts.size() == 1 && layouts.iterator().next().startsWith("2"),
                step("layouts", "garage", plan.software("garage")),
                step(
                        "differ",
                        "count",
                        String.valueOf(layouts.size()),
                        "what",
                        layouts.toString()));
    }

    private int play(Acts act, Path home, PracticePlan plan, Consumer<PracticeOwner.Change> owner)
            throws IOException, InterruptedException {
        Process child = ChildProgram.start(act, home, plan, out, console.texts().locale());
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith(SIGN)) {
                    console.err().println(line);
                    console.err().flush();
                } else if (line.equals(SIGN + Acts.UNDER_WAY)) {
                    child.toHandle().destroyForcibly();
                } else if (line.startsWith(SIGN + Acts.RESTORED + Acts.PLACE)) {
                    place = line.substring((SIGN + Acts.RESTORED).length());
                } else if (line.startsWith(SIGN + Acts.OWNER)) {
                    String[] words = line.substring((SIGN + Acts.OWNER).length()).split(" ", 2);
                    owner.accept(new PracticeOwner.Change(words[0], words[1]));
                } else {
                    told(line.substring(SIGN.length()));
                }
            }
        }
        int exit = child.waitFor();
        if (exit != Exit.OK && exit != KILLED && failed == 0) {
            say(false, "", step("ended", "exit", String.valueOf(exit)));
        }
        return exit;
    }

    private void told(String line) {
        boolean good = line.startsWith(OK);
        String words = line.substring(line.indexOf(' ') + 1);
        say(good, words, words);
    }

    private void say(boolean good, String words, String why) {
        if (good) {
            ok++;
            line("ok      " + words);
        } else {
            failed++;
            line("FAILED (" + why + ")");
        }
    }

    private void skip(String name, String... values) {
        skipped++;
        line("skipped (" + step(name, values) + ")");
    }

    private String step(String name, String... values) {
        return console.texts().get("tour.step." + name, values);
    }

    private void line(String words) {
        number++;
        console.line(String.format(Locale.ROOT, "%2d %s", number, words));
    }
}
