package org.ronron.ui.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ronron.api.Fault;
import org.ronron.api.Login;
import org.ronron.core.desk.DeskState;
import org.ronron.core.desk.Trial;
import org.ronron.core.engine.StepState;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.OwnFiles;
import org.ronron.core.port.Secrets;
import org.ronron.ui.pages.connections.ConnectionsPage;
import org.ronron.ui.pages.history.HistoryPage;
import org.ronron.ui.pages.operations.OperationsPage;
import org.ronron.ui.pages.review.ReviewPage;
import org.ronron.ui.pages.welcome.WelcomePage;
import org.ronron.ui.parts.Page;
import org.ronron.ui.parts.Theme;
import org.ronron.ui.parts.Ui;

/**
 * Every page as it is drawn in French and light, and in English and dark, at the size that it has
 * in a window of 1366x768: no word may be cut. The pictures stand in {@code target/shots}.
 */
class PicturesTest {
    private record Shot(String name, DeskState state, Function<Ui, Page> make, Then then) {}

    private interface Then {
        void go(Rig<Page> rig);
    }

    private static List<Shot> shots() {
        Then nothing = rig -> {};
        return List.of(
                new Shot(
                        "welcome",
                        Examples.welcome(),
                        ui -> new WelcomePage(ui, () -> {}),
                        nothing),
                new Shot(
                        "welcome-back",
                        welcomeBack(),
                        ui -> new WelcomePage(ui, () -> {}),
                        nothing),
                new Shot("review", Examples.state(), ReviewPage::new, PicturesTest::review),
                new Shot("review-stale", Examples.state(), ReviewPage::new, PicturesTest::stale),
                new Shot("operation-stopped", stopped(), OperationsPage::new, PicturesTest::open),
                new Shot("operation-remedy", stopped(), OperationsPage::new, PicturesTest::remedy),
                new Shot("operation-copying", copying(), OperationsPage::new, PicturesTest::open),
                new Shot(
                        "operation-hands",
                        Examples.with(ExampleOperations.waitingForHands()),
                        OperationsPage::new,
                        PicturesTest::open),
                new Shot("operations", copying(), OperationsPage::new, nothing),
                new Shot("operations-none", Examples.state(), OperationsPage::new, nothing),
                new Shot("connections", Examples.state(), ConnectionsPage::new, nothing),
                new Shot("connections-none", noConnections(), ConnectionsPage::new, nothing),
                new Shot(
                        "connection-add", noConnections(), ConnectionsPage::new, PicturesTest::add),
                new Shot(
                        "connection-edit",
                        Examples.state(),
                        ConnectionsPage::new,
                        PicturesTest::edit),
                new Shot(
                        "connection-excess",
                        Examples.state(),
                        ConnectionsPage::new,
                        PicturesTest::excess),
                new Shot(
                        "hosts-sources",
                        noConnections(),
                        ConnectionsPage::new,
                        rig -> rig.press("hosts.several")),
                new Shot(
                        "hosts-several",
                        Examples.state(),
                        ConnectionsPage::new,
                        PicturesTest::several),
                new Shot("history", HistoryPageTest.planned(14), HistoryPage::new, nothing),
                new Shot("history-none", HistoryPageTest.history(0), HistoryPage::new, nothing));
    }

    private static DeskState welcomeBack() {
        DeskState state = Examples.state();
        return new DeskState(
                Optional.empty(),
                state.collectives(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Secrets.State.LOCKED,
                state.preferences(),
                Optional.empty(),
                false,
                Examples.NOW);
    }

    private static DeskState stopped() {
        return Examples.with(ExampleOperations.stopped(StepState.REFUSED));
    }

    private static DeskState copying() {
        return Examples.with(ExampleOperations.copying());
    }

    private static DeskState noConnections() {
        return Examples.state(
                Optional.of(Examples.collective("empty")),
                List.of(),
                List.of(),
                Secrets.State.ABSENT);
    }

    private static void review(Rig<Page> rig) {
        FxWindow.run(() -> ((ReviewPage) rig.page).open(Examples.plan()));
    }

    private static void stale(Rig<Page> rig) {
        review(rig);
        rig.desk.refuse(
                "apply", Fault.of(OwnError.PLAN_STALE, "garage-maison", "moved", "layout 31 → 32"));
        FxWindow.press(rig.view, rig.texts.count("review.apply", 5));
    }

    private static void remedy(Rig<Page> rig) {
        rig.desk.remedy = Optional.of(Examples.plan());
        open(rig);
    }

    private static void open(Rig<Page> rig) {
        FxWindow.run(() -> ((OperationsPage) rig.page).open(Examples.OPERATION));
    }

    private static void add(Rig<Page> rig) {
        rig.desk.refuse("test", Examples.unreachable());
        rig.press("connections.add");
        rig.type("connection-name", "garage-maison");
        rig.type("field-url", "https://garage.example:3903");
        rig.type("field-token", "s3cr3t");
        rig.press("connections.test");
        rig.press("connections.add.go");
    }

    private static void edit(Rig<Page> rig) {
        rig.desk.look = new OwnFiles.Look(OwnFiles.Kind.PRIVATE_KEY, true);
        rig.press("connections.edit");
        rig.type("field-viaKeyFile", "~/.ssh/id_ed25519");
        rig.focus("field-viaKeyFile");
        rig.focus("connection-name");
    }

    private static void excess(Rig<Page> rig) {
        rig.desk.answer =
                Examples.observation()
                        .withLogin(
                                new Login(
                                        "admin_token (from daemon configuration)", Set.of(), true));
        rig.press("connections.edit");
        rig.press("connections.test");
    }

    private static void several(Rig<Page> rig) {
        rig.press("hosts.several");
        rig.type(
                "hosts-table",
                "ananas.example;neptune;web\ncamille@celery.example:2222;neptune;courriel\n"
                        + "kale.example;bespin;stockage\nleek.example;corrin;stockage\n:::;;\n");
        rig.press("hosts.table.go");
        rig.type("field-user", "ronron");
        rig.type("field-keyFile", "~/.ssh/id_ed25519");
        rig.desk.trials.put(
                "celery.example",
                SeveralHostsTest.asking(
                        "celery.example", "SHA256:977Vxtr3jb7eAM7UUlPWECqk6PTBvxWaoL9CJ4xyv9A"));
        rig.desk.trials.put(
                "kale.example",
                SeveralHostsTest.asking(
                        "kale.example", "SHA256:Bt3p0nqC0zN1l0kqY0r6mXr2Qw8pS5cZb7Uo1yFh2Lk"));
        rig.desk.trials.put(
                "leek.example",
                new Trial(Optional.empty(), Optional.of(Examples.unreachable()), Optional.empty()));
        rig.press("hosts.try.many", "n", "4");
    }

    /** French in light and English in dark: a theme changes no width. */
    @TestFactory
    Stream<DynamicTest> noWordIsCut() {
        return shots().stream()
                .flatMap(
                        shot ->
                                Stream.of(
                                        test(shot, Locale.FRENCH, false),
                                        test(shot, Locale.ENGLISH, true)));
    }

    private static DynamicTest test(Shot shot, Locale language, boolean dark) {
        String name = shot.name() + "-" + language.getLanguage() + (dark ? "-dark" : "-light");
        return DynamicTest.dynamicTest(name, () -> shoot(shot, language, dark, name));
    }

    private static void shoot(Shot shot, Locale language, boolean dark, String name) {
        Rig<Page> rig = Rig.of(language, shot.state(), shot.make());
        Scene scene = FxWindow.on(() -> rig.view.getScene());
        FxWindow.run(
                () -> {
                    Theme.loadFonts();
                    Theme.apply(scene, dark);
                });
        shot.then().go(rig);
        FxWindow.settle();
        List<String> cut =
                FxWindow.on(
                        () ->
                                FxWindow.all(rig.view).stream()
                                        .filter(Labeled.class::isInstance)
                                        .map(Labeled.class::cast)
                                        .filter(PicturesTest::cut)
                                        .map(Labeled::getText)
                                        .toList());
        FxWindow.shoot(scene, name);
        FxWindow.run(() -> scene.getWindow().hide());
        assertEquals(List.of(), cut);
    }

    /** Whether what is drawn is not all of what it says; a line of the trace unfolds as a tip. */
    private static boolean cut(Labeled label) {
        return label.isVisible()
                && label.getTooltip() == null
                && label.lookup(".text") instanceof Text drawn
                && label.getText() != null
                && !label.getText().isEmpty()
                && !drawn.getText().equals(label.getText());
    }
}
