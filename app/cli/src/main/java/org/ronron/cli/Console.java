package org.ronron.cli;

import java.io.PrintWriter;
import org.ronron.api.Effect;
import org.ronron.api.Fault;
import org.ronron.resources.Texts;

/**
 * Where commands print, in the reader's language. What a server said is stripped of control
 * characters.
 */
public record Console(PrintWriter out, PrintWriter err, Texts texts) {
    /** One line of result. */
    public void line(String text) {
        out.println(clean(text));
        out.flush();
    }

    /** What happened, what to do, and the code: never a stack trace. */
    public void fault(Fault fault) {
        err.println(fault.code().id() + "  " + clean(texts.what(fault)));
        if (fault.effect() == Effect.UNKNOWN) {
            err.println("        " + texts.get("effect.unknown"));
        }
        err.println("        " + clean(texts.remedy(fault)));
        err.flush();
    }

    /** One line below a fault: how to go on from here. */
    void hint(String text) {
        err.println("        " + clean(text));
        err.flush();
    }

    /** Text as one line that no terminal takes for a command. */
    static String clean(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) || isDirection(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The marks that turn the direction of writing, with which text can be made to lie. */
    private static boolean isDirection(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }
}
