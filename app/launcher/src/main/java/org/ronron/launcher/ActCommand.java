package org.ronron.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.ronron.api.Connector;
import org.ronron.cli.Console;
import org.ronron.cli.Exit;
import org.ronron.core.json.JsonText;
import org.ronron.core.port.StorageException;
import org.ronron.practice.collective.PracticePlan;
import org.ronron.practice.collective.PracticePlanJson;
import org.ronron.practice.tour.Acts;
import org.ronron.practice.tour.TourException;
import org.ronron.ui.parts.FxBridge;
import org.ronron.ui.window.RonronWindow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * One act of the tour, in the program that {@link TourCommand} starts and perhaps kills. Tells it
 * what came to pass, a line each. The servers' addresses come in PRACTICE, their secrets on
 * standard input.
 */
@Command(name = "tour-act", hidden = true)
final class ActCommand implements Callable<Integer> {
    private final Path home;
    private final List<Connector> connectors;
    private final Console console;

    @Parameters(index = "0")
    private Acts act = Acts.FIRST;

    @Option(names = "--out", required = true)
    private Path out = Path.of(".");

    ActCommand(Path home, List<Connector> connectors, Console console) {
        this.home = home;
        this.connectors = connectors;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        PracticePlan plan =
                PracticePlanJson.read(
                        JsonText.readObject(System.getenv("PRACTICE")),
                        JsonText.readObject(new String(System.in.readAllBytes(), UTF_8)));
        try (House house = PracticeRoom.resume(home, connectors, plan)) {
            FxBridge fx = new FxBridge();
            RonronWindow window = open(house, plan, fx);
            act.play(house.desk(), console.texts(), window.scene(), fx, out, this::tell);
            return Exit.OK;
        } catch (TourException e) {
            tell("FAILED " + e.getMessage());
            return Exit.FAULT;
        } catch (StorageException e) {
            tell("FAILED " + console.texts().what(e.fault()));
            return Exit.OWN;
        }
    }

    private RonronWindow open(House house, PracticePlan plan, FxBridge fx)
            throws InterruptedException, ExecutionException {
        CompletableFuture<RonronWindow> opened = new CompletableFuture<>();
        new WindowRun(fx, console.texts().locale())
                .open(house.desk(), asking -> furnish(house, plan), opened::complete, () -> {});
        return opened.get();
    }

    private void furnish(House house, PracticePlan plan) {
        try {
            PracticeRoom.furnish(house, plan, console.texts())
                    .whenComplete(
                            (done, failed) -> {
                                if (failed != null) {
                                    tell("FAILED " + failed);
                                }
                            });
        } catch (StorageException e) {
            tell("FAILED " + console.texts().what(e.fault()));
        }
    }

    /** One line, at once: the other program may be about to kill this one. */
    private void tell(String line) {
        PrintStream told = System.out;
        told.println(TourCommand.SIGN + line.replace('\n', ' '));
        told.flush();
        if (told.checkError()) {
            throw new IllegalStateException(new IOException("the tour does not listen any more"));
        }
    }
}
