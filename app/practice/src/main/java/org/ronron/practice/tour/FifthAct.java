package org.ronron.practice.tour;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.ronron.core.model.Backup;
import org.ronron.core.model.Finding;
import org.ronron.core.plan.BackUp;
import org.ronron.core.plan.CheckBackup;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.RestorePoint;

/** Started again: both backups are found where they run; one is checked, one is restored. */
final class FifthAct {
    private final Stage stage;
    private final BackupWork work;

    private FifthAct(Stage stage) {
        this.stage = stage;
        this.work = new BackupWork(stage);
    }

    static void play(Stage stage) throws TourException {
        FifthAct act = new FifthAct(stage);
        act.foundRunning();
        act.bothMade();
        act.checks();
        act.restores();
        act.accepts();
        act.looksBack();
    }

    private void foundRunning() throws TourException {
        work.series(BackupWork.BORG, b -> b.running().isPresent(), BackupWork.SYSTEMS);
        work.series(BackupWork.BARMAN, b -> b.running().isPresent(), BackupWork.SYSTEMS);
        work.open(BackupWork.BORG);
        stage.done(34, "backups-found");
    }

    private void bothMade() throws TourException {
        for (String tool : new String[] {BackupWork.BORG, BackupWork.BARMAN}) {
            Backup series = work.series(tool, b -> true, Stage.PATIENCE);
            work.operation(BackUp.class, series.fact().key(), true);
        }
        stage.desk().refresh().join();
        for (String tool : new String[] {BackupWork.BORG, BackupWork.BARMAN}) {
            work.series(
                    tool,
                    b -> b.running().isEmpty() && b.fact().points().size() == 2,
                    BackupWork.SYSTEMS);
        }
        work.open(BackupWork.BARMAN);
        stage.done(35, "backups-made");
    }

    private void checks() throws TourException {
        Backup series = work.series(BackupWork.BORG, b -> true, Stage.PATIENCE);
        String key = series.fact().key();
        Plan plan =
                stage.desk()
                        .backups()
                        .plan(new CheckBackup(series.endpointId(), key, "", true))
                        .join();
        stage.desk().operations().apply(plan).join();
        work.operation(CheckBackup.class, key, true);
        stage.desk().refresh().join();
        work.series(BackupWork.BORG, b -> verified(b, Backup.Level.DATA_CHECKED), Stage.PATIENCE);
        work.open(BackupWork.BORG);
        stage.done(36, "backup-checked");
    }

    private static boolean verified(Backup backup, Backup.Level level) {
        return backup.verified().filter(v -> v.level() == level).isPresent();
    }

    private void restores() throws TourException {
        work.open(BackupWork.BARMAN);
        stage.hand().click("#backup-restore");
        String place = Acts.PLACE + stage.desk().state().at().toEpochMilli();
        stage.tell(Acts.RESTORED + place);
        stage.hand().write("#restore-place", place);
        stage.eye().blink();
        stage.done(37, "restore-place");
        stage.hand().click("#restore-go");
        FirstAct.applyButton(stage);
        work.apply(false);
        String key = work.series(BackupWork.BARMAN, b -> true, Stage.PATIENCE).fact().key();
        work.operation(RestorePoint.class, key, true);
        stage.desk().refresh().join();
        Backup restored =
                work.series(
                        BackupWork.BARMAN, b -> verified(b, Backup.Level.RESTORED), Stage.PATIENCE);
        work.open(BackupWork.BARMAN);
        stage.done(38, "backup-restored", "said", restored.verified().orElseThrow().said());
    }

    private void accepts() throws TourException {
        Finding beside =
                stage.eye()
                        .until(
                                "a finding on a copy beside the data",
                                Stage.PATIENCE,
                                () ->
                                        stage.desk().state().collective().stream()
                                                .flatMap(c -> c.findings().stream())
                                                .filter(f -> f.kind().equals("backup-beside"))
                                                .findFirst());
        LocalDate day = LocalDate.ofInstant(stage.desk().state().at(), ZoneOffset.UTC);
        stage.desk()
                .findings()
                .accept(beside, stage.texts().get("tour.accepted"), day.plusMonths(1))
                .join();
        work.until("an accepted finding", Stage.PATIENCE, c -> c.accepted().size() == 1);
        stage.hand().click("#rail-backups");
        stage.eye().blink();
        stage.done(39, "finding-accepted");
    }

    private void looksBack() throws TourException {
        stage.hand().click("#rail-history");
        stage.eye().blink();
        stage.done(40, "backup-history");
    }
}
