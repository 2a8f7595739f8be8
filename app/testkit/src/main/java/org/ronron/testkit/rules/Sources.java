package org.ronron.testkit.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project's own files, for rules that class files cannot tell. */
public final class Sources {
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    private final Path root;

    public Sources(Path root) {
        this.root = root;
    }

    /** Java files, main and test. */
    public List<Path> java() {
        return files(p -> p.toString().endsWith(".java"));
    }

    /** Java files of the program itself. */
    public List<Path> mainJava() {
        return files(p -> p.toString().endsWith(".java") && p.toString().contains("/src/main/"));
    }

    /** Files that match, below the rooms, without what was built. */
    public List<Path> files(Predicate<Path> wanted) {
        List<Path> found = new ArrayList<>();
        for (String top : List.of("app", "plugins", "resources")) {
            try (Stream<Path> walk = Files.walk(root.resolve(top))) {
                walk.filter(Files::isRegularFile)
                        .filter(p -> !p.toString().contains("/target/"))
                        .filter(wanted)
                        .forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return List.copyOf(found);
    }

    /** Every string literal of these files. */
    public Set<String> literals(List<Path> files) {
        Set<String> literals = new LinkedHashSet<>();
        for (Path file : files) {
            Matcher matcher = LITERAL.matcher(read(file));
            while (matcher.find()) {
                literals.add(matcher.group(1));
            }
        }
        return literals;
    }

    /** A whole file. */
    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
