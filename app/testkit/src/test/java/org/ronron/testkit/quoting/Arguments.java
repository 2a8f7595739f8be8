package org.ronron.testkit.quoting;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/** Arguments that a shell could take for something else, from a seed: the same seed, the same. */
final class Arguments {
    private static final String[] PIECES = {
        "'",
        "''",
        "'\\''",
        "\"",
        "\\",
        "\\\\",
        "\\'",
        "$(id)",
        "$(",
        ")",
        "`id`",
        "`",
        "$((1))",
        "${HOME}",
        "$HOME",
        "$1",
        "$@",
        "$'\\n'",
        "!",
        "!!",
        "!-1",
        "~",
        "~root",
        "*",
        "?",
        "[a-z]",
        "{a,b}",
        "<(id)",
        ">x",
        "<",
        "&",
        "&&",
        "|",
        "||",
        ";",
        ";;",
        "#",
        " # ",
        "=",
        "a=b",
        "%s",
        "%n",
        "%",
        "\n",
        "\r\n",
        "\r",
        "\t",
        " ",
        "  ",
        "\n\n",
        "EOF\n",
        "\nexit 7\n",
        "\n)\n",
        "\n.\n",
        "\u0001",
        "\u0003",
        "\u0004",
        "\u0007",
        "\u0008",
        "\u000b",
        "\u001a",
        "\u001b[2J",
        "\u007f",
        "\u0080",
        "\u0085",
        "\u00a0",
        "é",
        "e\u0301",
        "漢",
        "\u2028",
        "\u200d",
        "\u200f",
        "\u202e",
        "\u2066",
        "\u2069",
        "\ufeff",
        "\ufffd",
        "\uffff",
        "🐱",
        "\ud800\udc00",
        "\udbff\udfff",
        "a",
        "Zoé",
        "0",
        "rm -rf /",
        "/",
        "..",
        "LC_ALL=C",
        "\\0",
        "\\000",
        "\\x00",
        "\\c"
    };
    private static final String[] BEGINNINGS = {"-", "--", "-e", "-n", "-c", "--help", "-rf", "+x"};

    /** Where UTF-8 takes one byte more, and the halves of pairs are left out. */
    private static final int[][] PLANES = {
        {0x01, 0x7f}, {0x80, 0x7ff}, {0x800, 0xd7ff}, {0xe000, 0xffff}, {0x10000, 0x10ffff}
    };

    private final Random random;
    private final BitSet bytes = new BitSet(256);

    Arguments(long seed) {
        this.random = new Random(seed);
    }

    /** The next one, sometimes one that no command can take. */
    String next() {
        String made =
                switch (random.nextInt(100)) {
                    case 0, 1 -> "";
                    case 2, 3 -> anywhere(whole(8), "\0");
                    case 4 -> anywhere(whole(8), half());
                    case 5, 6, 7, 8, 9, 10, 11, 12 ->
                            BEGINNINGS[random.nextInt(BEGINNINGS.length)] + whole(4);
                    case 13 -> random.nextInt(40) == 0 ? whole(4).repeat(600) : whole(60);
                    default -> whole(12);
                };
        if (!impossible(made)) {
            for (byte one : made.getBytes(StandardCharsets.UTF_8)) {
                bytes.set(one & 0xff);
            }
        }
        return made;
    }

    /** As many as fit into what one call may answer. */
    List<String> batch(int most) {
        List<String> made = new ArrayList<>();
        int wanted = random.nextInt(20) == 0 ? 1 : Math.min(most, 1 + random.nextInt(3_000));
        for (int size = 0; made.size() < wanted && size < 120_000; ) {
            String one = next();
            size += 1 + one.getBytes(StandardCharsets.UTF_8).length;
            made.add(one);
        }
        return made;
    }

    /** Whether it holds a NUL, or half a character: what has to be refused. */
    static boolean impossible(String argument) {
        return argument.indexOf('\0') >= 0
                || !StandardCharsets.UTF_8.newEncoder().canEncode(argument);
    }

    /** The bytes that were in those that are possible. */
    BitSet bytes() {
        return (BitSet) bytes.clone();
    }

    /** All bytes that UTF-8 has, but for NUL (RFC 3629: no C0, no C1, none above F4). */
    static BitSet allBytes() {
        BitSet all = new BitSet(256);
        all.set(0x01, 0xc0);
        all.set(0xc2, 0xf5);
        return all;
    }

    private String whole(int pieces) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(pieces + 1); left > 0; left--) {
            if (random.nextInt(3) == 0) {
                int[] plane = PLANES[random.nextInt(PLANES.length)];
                text.appendCodePoint(plane[0] + random.nextInt(plane[1] - plane[0] + 1));
            } else {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
        }
        return text.toString();
    }

    private String half() {
        return random.nextBoolean() ? "\ud83d-" : "-\udc31";
    }

    private String anywhere(String text, String piece) {
        int at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + piece + text.substring(at);
    }
}
