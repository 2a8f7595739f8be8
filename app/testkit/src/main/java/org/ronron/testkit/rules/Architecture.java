package org.ronron.testkit.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;

/** The directions of DESIGN.md section 4 as rules over the class files; each says why. */
public final class Architecture {
    private static final String[] PLUGINS = {"org.ronron.plugin.."};

    private Architecture() {}

    /** All main classes of Ronron on the class path. */
    public static JavaClasses classes() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("/testkit/"))
                .importPackages("org.ronron");
    }

    /** Every rule, by what it protects. */
    public static List<ArchRule> rules() {
        return List.of(
                sees("org.ronron.api..", Set.of(), "the contract with connectors stands alone"),
                sees("org.ronron.layout..", Set.of("api"), "arithmetic knows no system"),
                noClasses()
                        .that()
                        .resideInAPackage("org.ronron.layout..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "java.io..", "java.nio..", "java.net..", "java.util.concurrent..")
                        .because("layouts are worked out, not fetched"),
                sees("org.ronron.lent..", Set.of("api"), "a library's wire knows no system"),
                sees("org.ronron.receipt..", Set.of("api"), "a receipt knows no system"),
                sees("org.ronron.core..", Set.of("api"), "core knows no store, wire or window"),
                sees("org.ronron.store..", Set.of("api", "core"), "the rooms are siblings"),
                sees("org.ronron.transport..", Set.of("api", "core"), "the rooms are siblings"),
                sees("org.ronron.ui..", Set.of("api", "core", "resources"), "siblings"),
                sees("org.ronron.cli..", Set.of("api", "core", "resources"), "siblings"),
                sees("org.ronron.resources..", Set.of("api"), "files know nobody"),
                sees(
                        "org.ronron.practice..",
                        Set.of("api", "core", "ui", "resources"),
                        "practice drives the window, not the rooms behind it"),
                noClasses()
                        .that()
                        .resideInAnyPackage(PLUGINS)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "org.ronron.core..",
                                "org.ronron.store..",
                                "org.ronron.transport..",
                                "org.ronron.ui..",
                                "org.ronron.cli..",
                                "org.ronron.practice..",
                                "org.ronron.launcher..",
                                "org.ronron.resources..",
                                "java.net.http..",
                                "javafx..")
                        .because(
                                "a connector sees api, layout, lent, receipt and its own client library only"),
                slices().matching("org.ronron.plugin.(*)..").should().notDependOnEachOther(),
                slices().matching("org.ronron.(**)").should().beFreeOfCycles(),
                oneWay("model", List.of("plan", "engine", "findings", "desk")),
                oneWay("port", List.of("model", "plan", "engine", "findings", "desk")),
                oneWay("plan", List.of("engine", "desk")),
                oneWay("engine", List.of("desk")),
                oneWay("findings", List.of("plan", "engine", "desk")),
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "org.ronron.ui..", "org.ronron.practice..", "org.ronron.launcher..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("javafx..")
                        .because("only the window knows JavaFX"),
                noClasses()
                        .that()
                        .doNotHaveSimpleName("FxBridge")
                        .should()
                        .callMethodWhere(target("javafx.application.Platform", "runLater"))
                        .because("there is one bridge to the FX thread"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage("org.ronron.launcher..")
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(LocalDate.class, "now")
                        .orShould()
                        .callMethod(LocalDateTime.class, "now")
                        .orShould()
                        .callMethod(Clock.class, "systemUTC")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callMethod(Math.class, "random")
                        .orShould()
                        .callMethod(RandomGenerator.class, "getDefault")
                        .orShould()
                        .callMethodWhere(target(Executors.class.getName(), ""))
                        .orShould()
                        .callConstructorWhere(constructorOfThread())
                        .because("clocks, chance and threads are injected by the launcher"),
                noClasses()
                        .should()
                        .callMethodWhere(target("java.lang.Throwable", "printStackTrace"))
                        .because("errors are faults in words"),
                noClasses()
                        .that()
                        .resideOutsideOfPackages("org.ronron.launcher..")
                        .should()
                        .callMethod(System.class, "exit", int.class)
                        .because("only main ends the program"));
    }

    private static ArchRule sees(String room, Set<String> others, String why) {
        String[] allowed =
                java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(room),
                                others.stream().map(o -> "org.ronron." + o + ".."))
                        .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat(
                        DescribedPredicate.describe(
                                "are in another room",
                                c ->
                                        c.getPackageName().startsWith("org.ronron.")
                                                && java.util.Arrays.stream(allowed)
                                                        .noneMatch(a -> in(c.getPackageName(), a))))
                .because(why);
    }

    private static boolean in(String name, String pattern) {
        String stem = pattern.substring(0, pattern.length() - 2);
        return name.equals(stem) || name.startsWith(stem + ".");
    }

    private static ArchRule oneWay(String lower, List<String> upper) {
        return noClasses()
                .that()
                .resideInAPackage("org.ronron.core." + lower + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        upper.stream()
                                .map(u -> "org.ronron.core." + u + "..")
                                .toArray(String[]::new))
                .because("core's packages see one way only");
    }

    private static DescribedPredicate<JavaMethodCall> target(String owner, String name) {
        return DescribedPredicate.describe(
                owner + "." + name,
                call ->
                        call.getTargetOwner().getName().equals(owner)
                                && (name.isEmpty() || call.getName().equals(name)));
    }

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaConstructorCall>
            constructorOfThread() {
        return DescribedPredicate.describe(
                "new Thread", call -> call.getTargetOwner().isAssignableTo(Thread.class));
    }
}
