package org.ronron.transport.ssh;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.ronron.api.Shell;

/**
 * What goes over standard input to {@code /bin/sh -s}.
 *
 * @param begin printed by the shell right before the script's own output, on both streams: what
 *     came earlier is a login's noise
 * @param end printed right after it on standard output: what lacks it is not whole
 */
record Feed(byte[] bytes, String begin, String end) {
    /** The only thing that a login shell has to parse; the same words in every kind of shell. */
    static final String COMMAND = "exec /bin/sh -s";

    /**
     * Empty when an argument cannot be passed: it holds a NUL, or half a character.
     *
     * <p>The script stands in parentheses, so that the shell has read the whole of it before it
     * runs any of it, and its own standard input is empty.
     */
    static Optional<Feed> of(Shell.Script script, List<String> arguments, SecureRandom random) {
        byte[] nonce = new byte[16];
        random.nextBytes(nonce);
        // Printed in two halves: a login that merely echoes what it is sent prints no mark.
        String mark = "@" + HexFormat.of().formatHex(nonce);
        StringBuilder text = new StringBuilder("LC_ALL=C.UTF-8; export LC_ALL\nset --");
        for (String argument : arguments) {
            if (argument.indexOf('\0') >= 0) {
                return Optional.empty();
            }
            text.append(' ').append(quoted(argument));
        }
        String print = "\nprintf %s%s '" + mark + "' ";
        text.append(print).append("'('").append(print).append("'(' >&2");
        text.append("\n(\n").append(script.text()).append("\n) </dev/null");
        text.append("\nset -- \"$?\"").append(print).append("')'\nexit \"$1\"\n");
        try {
            ByteBuffer encoded =
                    StandardCharsets.UTF_8
                            .newEncoder()
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return Optional.of(new Feed(bytes, mark + "(", mark + ")"));
        } catch (CharacterCodingException halfACharacter) {
            return Optional.empty();
        }
    }

    /** One word of POSIX shell, whatever is in it. */
    static String quoted(String argument) {
        return "'" + argument.replace("'", "'\\''") + "'";
    }
}
