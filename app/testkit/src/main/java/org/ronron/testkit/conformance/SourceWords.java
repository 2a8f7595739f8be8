package org.ronron.testkit.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The string literals of a connector's sources, and the names of what its questions in SQL answer:
 * a text that none of them names is obsolete.
 */
final class SourceWords {
    private static final Pattern LITERAL = Pattern.compile("\"([A-Za-z][A-Za-z0-9.-]*)\"");
    private static final Pattern ANSWERED =
            Pattern.compile("(?:'|\\bAS \"?)([A-Za-z][A-Za-z0-9.-]*)\\b");

    private SourceWords() {}

    static Set<String> of(String connector) throws IOException {
        Path root = Path.of(System.getProperty("ronron.root", "."));
        Path main = root.resolve("plugins").resolve(connector).resolve("src/main");
        Set<String> words = new TreeSet<>();
        try (Stream<Path> files = Files.walk(main)) {
            for (Path file :
                    files.filter(f -> f.toString().matches(".*\\.(java|sh|sql)")).toList()) {
                Pattern pattern = file.toString().endsWith(".sql") ? ANSWERED : LITERAL;
                Matcher literal = pattern.matcher(Files.readString(file));
                while (literal.find()) {
                    words.add(literal.group(1));
                }
            }
        }
        return words;
    }
}
