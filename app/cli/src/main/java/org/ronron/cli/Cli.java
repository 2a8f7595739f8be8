package org.ronron.cli;

import java.util.ResourceBundle;
import picocli.CommandLine;

/** How the command line behaves as a whole. */
public final class Cli {
    private Cli() {}

    /**
     * Call it when all commands are in. Wrong use ends with {@link Exit#USAGE} and one line;
     * anything unforeseen ends with {@link Exit#OWN} and one line, never with a stack trace.
     */
    public static void prepare(CommandLine line, Console console) {
        ResourceBundle help =
                ResourceBundle.getBundle("org.ronron.cli.help", console.texts().locale());
        line.setResourceBundle(help);
        line.getSubcommands().values().forEach(c -> c.setResourceBundle(help));
        line.setOut(console.out());
        line.setErr(console.err());
        line.setParameterExceptionHandler(
                (wrong, arguments) -> {
                    console.err().println(Console.clean(String.valueOf(wrong.getMessage())));
                    console.err()
                            .println(
                                    console.texts()
                                            .get(
                                                    "cli.help",
                                                    "command",
                                                    wrong.getCommandLine()
                                                            .getCommandSpec()
                                                            .qualifiedName()));
                    console.err().flush();
                    return Exit.USAGE;
                });
        line.setExecutionExceptionHandler(
                (failed, where, arguments) -> {
                    console.err()
                            .println(
                                    console.texts()
                                            .get(
                                                    noDisplay(failed)
                                                            ? "cli.display"
                                                            : "cli.unforeseen",
                                                    "what",
                                                    Console.clean(String.valueOf(failed))));
                    console.err().flush();
                    return Exit.OWN;
                });
    }

    /** What JavaFX throws when DISPLAY names a display that cannot be opened. */
    private static boolean noDisplay(Exception failed) {
        return failed instanceof UnsupportedOperationException
                && String.valueOf(failed.getMessage()).contains("Unable to open DISPLAY");
    }
}
