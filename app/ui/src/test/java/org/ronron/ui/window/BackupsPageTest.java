package org.ronron.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.ronron.core.desk.DeskState;
import org.ronron.core.engine.OperationView;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Safety;
import org.ronron.core.plan.BackUp;
import org.ronron.core.plan.CheckBackup;
import org.ronron.core.plan.RestorePoint;

/** The page of backups in the real window. */
class BackupsPageTest {
    static WindowRig opened(DeskState state) {
        ShowDesk desk = new ShowDesk(state, Forecasts::fine, SafeTool.all());
        WindowRig rig = new WindowRig(desk);
        SpacesPageTest.press(rig, "rail-backups");
        return rig;
    }

    private static WindowRig some() {
        return opened(Farm.state(ExampleBackups.collective(ExampleBackups.some())));
    }

    /** Opens the line of this name. */
    static void choose(WindowRig rig, String what) {
        TableView<?> table = table(rig);
        Fx.run(
                () -> {
                    for (int i = 0; i < table.getItems().size(); i++) {
                        if (table.getItems().get(i).toString().contains("what=" + what)) {
                            table.getSelectionModel().select(i);
                        }
                    }
                });
        rig.awaitShown("backup-says");
    }

    private static TableView<?> table(WindowRig rig) {
        return (TableView<?>) rig.find("backups-table");
    }

    private static String row(WindowRig rig, String what) {
        TableView<?> table = table(rig);
        List<Node> rows = Fx.on(() -> List.copyOf(table.lookupAll(".table-row-cell")));
        return rows.stream()
                .map(Fx::texts)
                .filter(t -> t.contains(what))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row of " + what));
    }

    @Test
    void theWorstStandsFirstAndNothingListedIsCalledVerified() {
        try (WindowRig rig = some()) {
            String all = rig.texts("backups-table");
            List<String> order =
                    List.of(
                            "pg-vieux",
                            "minio-a",
                            "office-1",
                            "log-1",
                            "mail-1",
                            "redis-1",
                            "cle-1",
                            "pg-1",
                            "web-1");
            List<Integer> places = order.stream().map(all::indexOf).toList();
            assertEquals(places.stream().sorted().toList(), places, all);
            assertTrue(places.getFirst() >= 0, all);
            assertFalse(all.contains("vérifiée"), all);
            assertTrue(row(rig, "pg-1").contains("il y a 6 h · changements 40 s"), all);
            assertTrue(row(rig, "pg-1").contains("restaurée aujourd’hui"), all);
            assertTrue(row(rig, "web-1").contains("il y a 9 h · en cours"), all);
            assertTrue(row(rig, "web-1").contains("tout relu hier"), all);
            assertTrue(row(rig, "log-1").contains("en retard de 3 j"), all);
            assertTrue(row(rig, "log-1").contains("contrôlée 2 nov."), all);
            assertTrue(row(rig, "redis-1").contains("même endroit"), all);
            assertTrue(row(rig, "cle-1").contains("jamais contrôlée"), all);
            assertTrue(row(rig, "mail-1").contains("pas connue"), all);
            assertTrue(row(rig, "minio-a").contains("jamais · 12 espaces en dépendent"), all);
            assertTrue(row(rig, "office-1").contains("non couverte"), all);
            assertTrue(rig.texts("backups-legend").contains("faite et contrôlée"), rig.texts());
        }
    }

    @Test
    void theDaysAreToldInWordsToo() {
        try (WindowRig rig = some()) {
            TableView<?> table = table(rig);
            List<String> told =
                    Fx.on(
                            () ->
                                    table.lookupAll(".days").stream()
                                            .map(Node::getAccessibleText)
                                            .toList());
            assertTrue(
                    told.contains("14 derniers jours\u00a0: 13 faites, 1 faite et contrôlée"),
                    told.toString());
            assertTrue(
                    told.contains("14 derniers jours\u00a0: 14 jours sans rien"), told.toString());
            assertTrue(told.stream().anyMatch(t -> t.contains("3 échouées")), told.toString());
            assertTrue(
                    told.stream().anyMatch(t -> t.contains("3 jours pas connus")), told.toString());
        }
    }

    @Test
    void filtersAndSearchesWithoutAccents() {
        try (WindowRig rig = some()) {
            assertTrue(rig.texts("backups-look").contains("À regarder · 7"), rig.texts());
            SpacesPageTest.press(rig, "backups-look");
            assertFalse(rig.texts("backups-table").contains("web-1"), rig.texts());
            SpacesPageTest.press(rig, "backups-all");
            SpacesPageTest.type(rig, "backups-search", "GRENIER borg");
            assertTrue(rig.texts("backups-table").contains("web-1"), rig.texts());
            assertFalse(rig.texts("backups-table").contains("redis-1"), rig.texts());
            SpacesPageTest.type(rig, "backups-search", "rien de tel");
            assertTrue(rig.texts().contains("Rien de ce nom."), rig.texts());
        }
    }

    @Test
    void aRunningBackupIsSeenWithItsProgressAndNothingElseIsBegunThere() {
        try (WindowRig rig = some()) {
            choose(rig, "web-1");
            String said = rig.texts("backup-detail");
            assertTrue(said.contains("Sauvegarde en cours depuis 12 min"), said);
            assertTrue(said.contains("34 % · 1,2 Gio lus"), said);
            assertTrue(said.contains("gardez-la aussi hors d’ici"), said);
            assertTrue(said.contains("8 214 fichiers relus, aucun écart"), said);
            assertTrue(Fx.on(rig.find("backup-run")::isDisabled));
            assertTrue(Fx.on(rig.find("backup-check")::isDisabled));
            assertTrue(Fx.on(rig.find("backup-restore")::isDisabled));
        }
    }

    @Test
    void backingUpAndCheckingArePlansToReview() {
        try (WindowRig rig = some()) {
            choose(rig, "log-1");
            SpacesPageTest.press(rig, "backup-run");
            rig.awaitText("sauvegarder /b/log-1 maintenant");
            SpacesPageTest.press(rig, "rail-backups");
            rig.awaitShown("backup-says");
            MenuButton check = (MenuButton) rig.find("backup-check");
            Fx.run(() -> check.getItems().forEach(i -> i.fire()));
            assertEquals(
                    List.of(
                            new BackUp("borg-log-1", "/b/log-1"),
                            new CheckBackup("borg-log-1", "/b/log-1", "", false),
                            new CheckBackup("borg-log-1", "/b/log-1", "", true)),
                    rig.desk.safety.planned);
        }
    }

    @Test
    void aPointIsRestoredToAPlaceOfItsOwnOnly() {
        try (WindowRig rig = some()) {
            choose(rig, "log-1");
            ListView<?> points = (ListView<?>) rig.find("backup-points");
            assertEquals(3, Fx.on(() -> points.getSelectionModel().getSelectedIndex()));
            Fx.run(() -> points.getSelectionModel().select(0));
            assertTrue(Fx.on(rig.find("backup-restore")::isDisabled), "a failed one");
            Fx.run(() -> points.getSelectionModel().select(3));
            SpacesPageTest.press(rig, "backup-restore");
            assertTrue(rig.texts("restore-card").contains("Jamais par-dessus l’original"));
            for (String wrong : List.of("", "relatif", "/", "/a/../b", "/var/log", "/var")) {
                SpacesPageTest.type(rig, "restore-place", wrong);
                assertTrue(Fx.on(rig.find("restore-go")::isDisabled), wrong);
            }
            assertTrue(rig.texts("restore-card").contains("C’est l’original"), rig.texts());
            SpacesPageTest.type(rig, "restore-place", " /srv/restauration/log-1 ");
            SpacesPageTest.press(rig, "restore-go");
            assertEquals(
                    List.of(
                            new RestorePoint(
                                    "borg-log-1",
                                    "/b/log-1",
                                    "log-1-2026-11-19T21:04:20Z",
                                    "/srv/restauration/log-1")),
                    rig.desk.safety.planned);
            rig.awaitText("restaurer log-1-2026-11-19T21:04:20Z");
        }
    }

    @Test
    void whatGoesNextIsTheToolsOwnDryRun() {
        try (WindowRig rig = some()) {
            rig.desk.safety.next = List.of("log-1-ancien");
            choose(rig, "log-1");
            SpacesPageTest.press(rig, "backup-next");
            rig.awaitShown("next-to-go");
            String said = rig.texts("next-to-go");
            assertTrue(said.contains("essai à blanc") && said.contains("Borg"), said);
            assertTrue(said.contains("1 point partirait") && said.contains("log-1-ancien"), said);
            assertEquals(List.of("next borg-log-1 /b/log-1"), rig.desk.safety.asked);
        }
    }

    @Test
    void whatNobodySavesSaysWhatDependsOnItAndLeadsToTheConnections() {
        try (WindowRig rig = some()) {
            choose(rig, "minio-a");
            String said = rig.texts("backup-detail");
            assertTrue(said.contains("Une réplication n’en est pas une"), said);
            assertTrue(said.contains("12 espaces"), said);
            assertTrue(said.contains("Fichiers des espaces"), said);
            assertFalse(rig.shows("backup-run"));
            SpacesPageTest.press(rig, "backup-connect");
            rig.awaitText("Connexions");
            assertTrue(rig.find("rail-connections").getStyleClass().contains("current"));
        }
    }

    @Test
    void anOperationOnItIsShown() {
        BackUp run = new BackUp("borg-log-1", "/b/log-1");
        DeskState state =
                Farm.state(
                        ExampleBackups.collective(ExampleBackups.some()),
                        Farm.operation(run, OperationView.State.RUNNING));
        try (WindowRig rig = opened(state)) {
            choose(rig, "log-1");
            assertTrue(rig.texts("backup-detail").contains("Sauvegarder /b/log-1 maintenant"));
            assertTrue(Fx.on(rig.find("backup-run")::isDisabled));
            choose(rig, "redis-1");
            assertFalse(rig.shows("backup-operation"));
            assertFalse(Fx.on(rig.find("backup-run")::isDisabled));
        }
    }

    @Test
    void byKeyboardDownOpensEscapeClosesAndTheInspectorComesBack() {
        try (WindowRig rig = some()) {
            Fx.run(rig.find("backups-search")::requestFocus);
            rig.hand.push(KeyCode.DOWN);
            rig.awaitShown("backup-says");
            assertTrue(rig.texts("backup-detail").contains("pg-vieux"), rig.texts());
            rig.hand.push(KeyCode.DOWN);
            rig.settle();
            assertTrue(rig.texts("backup-detail").contains("minio-a"), rig.texts());
            SpacesPageTest.press(rig, "rail-operations");
            rig.awaitGone("backup-says");
            SpacesPageTest.press(rig, "rail-backups");
            rig.awaitShown("backup-says");
            Fx.run(table(rig)::requestFocus);
            rig.hand.push(KeyCode.ESCAPE);
            rig.awaitGone("backup-says");
        }
    }

    @Test
    void aNewPictureKeepsWhatIsOpenAndWhichPointIsChosen() {
        try (WindowRig rig = some()) {
            choose(rig, "log-1");
            ListView<?> points = (ListView<?>) rig.find("backup-points");
            Fx.run(() -> points.getSelectionModel().select(5));
            Safety less =
                    new Safety(
                            ExampleBackups.some().backups().subList(2, 5),
                            ExampleBackups.some().uncovered());
            rig.desk.show(Farm.state(ExampleBackups.collective(less)));
            rig.settle();
            assertTrue(rig.texts("backup-detail").contains("log-1"), rig.texts());
            assertEquals(5, Fx.on(() -> points.getSelectionModel().getSelectedIndex()));
            rig.desk.show(
                    Farm.state(
                            ExampleBackups.collective(
                                    new Safety(List.of(), ExampleBackups.some().uncovered()))));
            rig.awaitGone("backup-says");
        }
    }

    @Test
    void threeThousandHoldOnlyTheRowsThatAreSeen() {
        Collective many = ExampleBackups.collective(ExampleBackups.many(3000));
        try (WindowRig rig = opened(Farm.state(many))) {
            TableView<?> table = table(rig);
            assertEquals(3000, Fx.on(() -> table.getItems().size()));
            int rows = Fx.on(() -> table.lookupAll(".table-row-cell").size());
            assertTrue(rows > 10 && rows < 60, "rows drawn: " + rows);
            assertTrue(rig.texts("backups-look").contains("À regarder · 3"), rig.texts());
        }
    }

    @Test
    void withoutAToolItSaysSoAndLeadsToTheConnections() {
        try (WindowRig rig = opened(Farm.state(ExampleBackups.bare()))) {
            String said = rig.texts();
            assertTrue(said.contains("Barman, Borg"), said);
            SpacesPageTest.press(rig, "backups-connect");
            assertTrue(rig.find("rail-connections").getStyleClass().contains("current"));
        }
    }

    @Test
    void aRefusalIsShown() {
        try (WindowRig rig = some()) {
            rig.desk.safety.refusal =
                    Optional.of(
                            org.ronron.api.Fault.of(
                                    org.ronron.core.port.OwnError.BUSY,
                                    "borg-1",
                                    "operation",
                                    "X"));
            choose(rig, "log-1");
            SpacesPageTest.press(rig, "backup-next");
            rig.awaitText("R-OPS-05");
        }
    }
}
