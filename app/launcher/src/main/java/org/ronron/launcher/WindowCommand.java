package org.ronron.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ronron.api.Connector;
import org.ronron.api.Fault;
import org.ronron.cli.Console;
import org.ronron.cli.Exit;
import org.ronron.core.port.CrashPoint;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.StorageException;
import org.ronron.ui.parts.FxBridge;
import org.ronron.ui.window.RonronWindow;

/** {@code ronron} and {@code ronron practice}: the window on one's own folder, or on practice. */
final class WindowCommand {
    private final Path home;
    private final List<Connector> connectors;
    private final Console console;
    private final FxBridge fx = new FxBridge();
    private final WindowRun windows;

    WindowCommand(Path home, List<Connector> connectors, Console console) {
        this.home = home;
        this.connectors = connectors;
        this.console = console;
        this.windows = new WindowRun(fx, console.texts().locale());
    }

    /** Opens one's own folder and waits until its window is closed. */
    int own() {
        try (House house = House.open(home, connectors, Optional.empty(), CrashPoint.NONE);
                ExecutorService side = Executors.newVirtualThreadPerTaskExecutor()) {
            windows.openAndWait(house.desk(), window -> side.execute(() -> beside(window)));
            return Exit.OK;
        } catch (StorageException e) {
            console.fault(e.fault());
            return Exit.OWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Exit.OWN;
        }
    }

    /** Opens practice alone and waits until its window is closed. */
    int practice() {
        console.line(console.texts().get("tour.starting"));
        try (PracticeRoom room = PracticeRoom.open(connectors, console.texts())) {
            windows.openAndWait(room.house().desk(), window -> {});
            return Exit.OK;
        } catch (IOException e) {
            console.fault(notStarted(e));
            return Exit.OWN;
        } catch (StorageException e) {
            console.fault(e.fault());
            return Exit.OWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Exit.OWN;
        }
    }

    /** Opens practice in a window of its own beside the one that asked for it. */
    private void beside(RonronWindow asking) {
        fx.execute(() -> asking.say(console.texts().get("tour.starting")));
        try {
            PracticeRoom room = PracticeRoom.open(connectors, console.texts());
            windows.open(room.house().desk(), window -> {}, window -> {}, room::close);
        } catch (IOException e) {
            fx.execute(() -> asking.show(notStarted(e)));
        } catch (StorageException e) {
            fx.execute(() -> asking.show(e.fault()));
        }
    }

    private static Fault notStarted(IOException e) {
        return Fault.of(
                OwnError.INTERNAL,
                "",
                "what",
                "practice servers: " + String.valueOf(e.getMessage()));
    }
}
