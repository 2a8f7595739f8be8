package org.ronron.ui.pages.backups;

import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import org.ronron.core.model.Backup;
import org.ronron.core.plan.BackUp;
import org.ronron.core.plan.CheckBackup;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.BackupPlans;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/** What can be done with a series; each is a plan that is read first, or only a look. */
final class BackupActions extends VBox {
    private final Ui ui;
    private final Texts texts;
    private final Backup backup;

    /**
     * @param atWork whether something is under way there already
     */
    BackupActions(Ui ui, Backup backup, boolean atWork) {
        super(8);
        this.ui = ui;
        this.texts = ui.texts();
        this.backup = backup;
        String key = backup.fact().key();
        Button run =
                Bits.button(
                        texts.get("backups.do.run"),
                        () -> BackupPlans.ask(ui, new BackUp(backup.endpointId(), key)),
                        "accent",
                        "wide");
        run.setId("backup-run");
        run.setMaxWidth(Double.MAX_VALUE);
        run.setDisable(atWork);
        MenuButton check = new MenuButton(texts.get("backups.do.check"));
        check.setId("backup-check");
        check.setMinWidth(USE_PREF_SIZE);
        check.getItems()
                .addAll(
                        check("backups.do.check.quick", false),
                        check("backups.do.check.all", true));
        check.setDisable(atWork);
        Button next = Bits.button(texts.get("backups.do.next"), this::next);
        next.setId("backup-next");
        getChildren().addAll(run, Bits.row(8, check, next));
        if (atWork) {
            getChildren().add(Bits.text(texts.get("backups.busy"), "note"));
        }
    }

    private MenuItem check(String key, boolean data) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setId(data ? "backup-check-all" : "backup-check-quick");
        item.setOnAction(
                e ->
                        BackupPlans.ask(
                                ui,
                                new CheckBackup(
                                        backup.endpointId(), backup.fact().key(), "", data)));
        return item;
    }

    /** Only a look: the tool is asked what it would remove, and removes nothing. */
    private void next() {
        ui.navigator().say(texts.get("backups.next.asking"));
        Asking.ask(
                ui,
                ui.desk().backups().nextToGo(backup.endpointId(), backup.fact().key()),
                points -> ui.navigator().overlay(new NextToGoCard(ui, backup, points)),
                ui.navigator()::show);
    }
}
