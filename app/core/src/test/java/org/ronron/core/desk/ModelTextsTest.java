package org.ronron.core.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ronron.core.model.Collective;
import org.ronron.core.model.CollectiveBuilder;
import org.ronron.core.model.Node;
import org.ronron.core.port.RefusedException;

/** What core says of its own has words in both languages, with the same values. */
class ModelTextsTest {
    private static final Path ROOT = Path.of(System.getProperty("ronron.root", "../.."));
    private static final Pattern PLACE = Pattern.compile("\\{[a-zA-Z]+}");

    @Test
    void bothLanguagesSayTheSameWithTheSameValues() throws IOException {
        Properties french = texts("fr");
        Properties english = texts("en");
        assertEquals(english.stringPropertyNames(), french.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertEquals(places(english.getProperty(key)), places(french.getProperty(key)), key);
        }
    }

    @Test
    void allThatASampleShowsHasWords() throws IOException, RefusedException {
        Set<String> keys = texts("fr").stringPropertyNames();
        for (String name : new FolderSamples().names()) {
            Sample sample = new SampleLoader(new FolderSamples()).load(name);
            Collective c =
                    CollectiveBuilder.build(
                            sample.row(),
                            List.of(sample.heard()),
                            sample.edits(),
                            sample.heard().answered().orElseThrow(),
                            Duration.ofSeconds(30));
            assertTrue(keys.containsAll(c.facts().keySet()), c.facts().keySet().toString());
            for (Node node : c.nodes()) {
                String reason = "immovable." + node.immovable().orElseThrow();
                assertTrue(keys.contains(reason) && keys.contains(reason + ".instead"), reason);
                node.presences()
                        .forEach(
                                p ->
                                        p.labels()
                                                .keySet()
                                                .forEach(
                                                        k ->
                                                                assertTrue(
                                                                        keys.contains("fact." + k),
                                                                        k)));
            }
        }
    }

    @Test
    void everyLineOfHistoryAndEveryFindingOfCoreHasWords() throws IOException {
        Set<String> keys = texts("en").stringPropertyNames();
        Set<String> used = new TreeSet<>();
        for (String folder : List.of("desk", "model", "findings")) {
            try (var files =
                    Files.list(ROOT.resolve("app/core/src/main/java/org/ronron/core/" + folder))) {
                for (Path file : files.toList()) {
                    String code = Files.readString(file);
                    used.addAll(found(code, "\"(history\\.[a-z-]+)\""));
                    found(code, "(?:found\\(|new Finding\\(\\s*)\"([a-z-]+)\"")
                            .forEach(
                                    kind -> {
                                        used.add("finding." + kind + ".what");
                                        used.add("finding." + kind + ".remedy");
                                    });
                }
            }
        }
        assertTrue(used.size() > 20, used.toString());
        used.removeAll(keys);
        assertEquals(Set.of(), used);
    }

    private static List<String> found(String code, String pattern) {
        return Pattern.compile(pattern).matcher(code).results().map(r -> r.group(1)).toList();
    }

    private static Set<String> places(String text) {
        return new TreeSet<>(PLACE.matcher(text).results().map(MatchResult::group).toList());
    }

    private static Properties texts(String language) throws IOException {
        Path file =
                ROOT.resolve(
                        "resources/src/main/resources/org/ronron/resources/texts/model_"
                                + language
                                + ".properties");
        Properties read = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            read.load(in);
        }
        return read;
    }
}
