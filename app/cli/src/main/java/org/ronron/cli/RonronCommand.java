package org.ronron.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ronron}: without a command it opens the window. */
@Command(
        name = "ronron",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
public final class RonronCommand implements Callable<Integer> {
    private final Callable<Integer> window;

    @Option(names = "--lang", paramLabel = "fr|en", scope = CommandLine.ScopeType.INHERIT)
    private String language = "";

    /**
     * @param window opens the window and returns when it is closed, with the exit code
     */
    public RonronCommand(Callable<Integer> window) {
        this.window = window;
    }

    @Override
    public Integer call() throws Exception {
        return window.call();
    }

    /** The language asked for with {@code --lang}, else the given one. */
    public Locale language(Locale otherwise) {
        return language.isEmpty() ? otherwise : Locale.of(language);
    }
}
