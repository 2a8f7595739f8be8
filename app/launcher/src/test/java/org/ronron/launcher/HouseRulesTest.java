package org.ronron.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ronron.api.Connector;
import org.ronron.testkit.rules.Architecture;
import org.ronron.testkit.rules.Sources;

/** The rules that keep the house as DESIGN.md draws it. */
final class HouseRulesTest {
    private static final int LONGEST = 400;
    private static final int LONGEST_PLUGIN = 600;
    private static final int FEWEST_CLASSES = 200;
    private static final int FEWEST_REAL = 8;
    private static final Pattern NO_CODE = Pattern.compile("^\\s*(//|/?\\*|import |package |$)");

    private final Path root = Path.of(System.getProperty("ronron.root"));
    private final Sources sources = new Sources(root);

    @TestFactory
    Stream<DynamicTest> roomsSeeOnlyWhatTheyMay() {
        JavaClasses classes = Architecture.classes();
        assertTrue(classes.size() > FEWEST_CLASSES, "rules saw only " + classes.size());
        return Architecture.rules().stream()
                .map(rule -> DynamicTest.dynamicTest(name(rule), () -> rule.check(classes)));
    }

    private static String name(ArchRule rule) {
        String text = rule.getDescription();
        return text.length() < 120 ? text : text.substring(0, 120);
    }

    @Test
    void noFileIsLongerThanOneCanHoldInMind() {
        List<String> tooLong =
                sources.java().stream()
                        .filter(f -> Sources.read(f).lines().count() > LONGEST)
                        .map(f -> root.relativize(f).toString())
                        .toList();
        assertEquals(List.of(), tooLong);
    }

    /** Lines of code, without comments and imports, of every folder of plugins. */
    @TestFactory
    Stream<DynamicTest> connectorsStaySmall() throws IOException {
        return plugins().stream()
                .map(plugin -> DynamicTest.dynamicTest(plugin, () -> staysSmall(plugin)));
    }

    private void staysSmall(String plugin) {
        Path folder = root.resolve("plugins").resolve(plugin);
        long lines =
                sources.mainJava().stream()
                        .filter(file -> file.startsWith(folder))
                        .flatMap(file -> Sources.read(file).lines())
                        .filter(line -> !NO_CODE.matcher(line).find())
                        .count();
        assertTrue(lines > 0 && lines <= LONGEST_PLUGIN, plugin + " has " + lines + " lines");
    }

    /** Each folder, whether or not anybody has named it in a pom. */
    private Set<String> plugins() throws IOException {
        try (Stream<Path> list = Files.list(root.resolve("plugins"))) {
            return list.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.equals("target"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** By its module and on a class path: tests run on one, the program on the other. */
    @Test
    void everyConnectorIsFound() throws IOException {
        Set<String> found = new TreeSet<>();
        ServiceLoader.load(Connector.class).forEach(c -> found.add(c.descriptor().id()));
        assertEquals(plugins(), found);
    }

    /** A test of a real server that is not here is skipped, or fails where the lab is required. */
    @Test
    void testsOfRealServersAskTheLab() {
        List<Path> real =
                sources.files(
                        p ->
                                p.toString().contains("/src/test/")
                                        && p.getFileName().toString().matches("Real.*Test.java"));
        assertTrue(real.size() >= FEWEST_REAL, real::toString);
        assertEquals(
                List.of(),
                real.stream()
                        .filter(
                                p ->
                                        !Pattern.compile(
                                                        "\\bLab\\.|extends Real(Shells|Tunnels)"
                                                                + "|extends SshTrustCases"
                                                                + "|\\bReal\\w+\\.needed\\(")
                                                .matcher(Sources.read(p))
                                                .find())
                        .map(root::relativize)
                        .toList());
    }

    @Test
    void stylesAreTokensAndSheetsOnly() {
        List<String> styled =
                sources.mainJava().stream()
                        .filter(f -> Sources.read(f).contains("setStyle("))
                        .map(f -> root.relativize(f).toString())
                        .toList();
        assertEquals(List.of(), styled);
    }

    @Test
    void dependenciesStandAtExactVersions() {
        String pom = Sources.read(root.resolve("pom.xml"));
        Matcher loose =
                Pattern.compile("<version>[^<]*(?:LATEST|RELEASE|[\\[(,])[^<]*</version>")
                        .matcher(
                                pom.replace("<version>[25,)</version>", "")
                                        .replace("<version>[3.8,)</version>", ""));
        assertTrue(!loose.find(), () -> "not exact: " + loose.group());
        for (Path child : sources.files(p -> p.endsWith("pom.xml"))) {
            String text = Sources.read(child);
            String own = text.substring(text.indexOf("<dependencies>"));
            assertTrue(!own.contains("<version>"), child + " sets a version of its own");
        }
    }
}
