package org.ronron.practice.tour;

import org.ronron.core.model.Backup;
import org.ronron.core.model.EndpointView;
import org.ronron.core.plan.BackUp;

/** Is everything saved? Two backups are begun; then the laptop dies. */
final class FourthAct {
    private static final int SYSTEMS = 4;
    private final Stage stage;
    private final BackupWork work;

    private FourthAct(Stage stage) {
        this.stage = stage;
        this.work = new BackupWork(stage);
    }

    static void play(Stage stage) throws TourException {
        FourthAct act = new FourthAct(stage);
        act.opens();
        act.begins(BackupWork.BORG);
        act.begins(BackupWork.BARMAN);
        act.bothRun();
    }

    private void opens() throws TourException {
        stage.until(stage.texts().get("welcome.practise.go"));
        stage.hand().write("#welcome-name", stage.texts().get("tour.volunteer"));
        stage.clickWords(stage.texts().get("welcome.practise.go"));
        work.until(
                "systems that all answer",
                BackupWork.SYSTEMS,
                c ->
                        c.endpoints().size() == SYSTEMS
                                && c.endpoints().stream()
                                        .allMatch(e -> e.state() == EndpointView.State.FINE)
                                && c.safety().backups().size() == 3);
        work.open(BackupWork.BORG);
        stage.done(31, "backups");
    }

    private void begins(String tool) throws TourException {
        work.open(tool);
        stage.hand().click("#backup-run");
        FirstAct.applyButton(stage);
        if (tool.equals(BackupWork.BORG)) {
            stage.eye().blink();
            stage.done(32, "backup-review");
        }
        work.apply(true);
        Backup series = work.series(tool, b -> true, Stage.PATIENCE);
        work.operation(BackUp.class, series.fact().key(), false);
    }

    /** Seen by what the machines themselves tell, not by our own journal. */
    private void bothRun() throws TourException {
        stage.desk().refresh().join();
        work.series(BackupWork.BORG, b -> b.running().isPresent(), BackupWork.SYSTEMS);
        work.series(BackupWork.BARMAN, b -> b.running().isPresent(), BackupWork.SYSTEMS);
        work.open(BackupWork.BARMAN);
        stage.done(33, "backups-under-way");
        stage.tell(Acts.UNDER_WAY);
    }
}
