package org.ronron.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.ronron.resources.Texts;
import picocli.CommandLine;

/** What nobody caught ends in one line, never in a stack trace. */
final class UnforeseenTest {
    private final StringWriter err = new StringWriter();

    private String failing(RuntimeException failure) {
        Console console =
                new Console(
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(err),
                        Texts.of(Locale.ENGLISH, List.of()));
        CommandLine line =
                new CommandLine(
                        new RonronCommand(
                                () -> {
                                    throw failure;
                                }));
        Cli.prepare(line, console);
        assertEquals(Exit.OWN, line.execute());
        assertEquals(1, err.toString().lines().count(), err::toString);
        return err.toString();
    }

    @Test
    void itIsNamedWithItsCode() {
        String said = failing(new IllegalStateException("odd\nthing"));
        assertTrue(said.contains("R-INT-01"), said);
        assertTrue(said.contains("odd"), said);
    }

    /** The words are JavaFX's, as its GTK platform throws them. */
    @Test
    void aDisplayThatCannotBeOpenedSaysWhatToDo() {
        String said = failing(new UnsupportedOperationException("Unable to open DISPLAY"));
        assertTrue(said.contains("RONRON_HEADLESS=1 ./ronron tour"), said);
    }
}
