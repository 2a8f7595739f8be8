package org.ronron.cli;

import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ronron}: without a command it opens the window. */
@Command(
        name = "ronron",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
public final class RonronCommand implements Runnable {
    private final Runnable window;

    @Option(names = "--lang", paramLabel = "fr|en", scope = CommandLine.ScopeType.INHERIT)
    private String language = "";

    /**
     * @param window opens the window and returns when it is closed
     */
    public RonronCommand(Runnable window) {
        this.window = window;
    }

    @Override
    public void run() {
        window.run();
    }

    /** The language asked for with {@code --lang}, else the given one. */
    public Locale language(Locale otherwise) {
        return language.isEmpty() ? otherwise : Locale.of(language);
    }
}
