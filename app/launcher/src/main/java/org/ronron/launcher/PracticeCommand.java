package org.ronron.launcher;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ronron practice}: the practice collective alone. */
@Command(name = "practice", mixinStandardHelpOptions = true)
final class PracticeCommand implements Callable<Integer> {
    private final WindowCommand window;

    PracticeCommand(WindowCommand window) {
        this.window = window;
    }

    @Override
    public Integer call() {
        return window.practice();
    }
}
