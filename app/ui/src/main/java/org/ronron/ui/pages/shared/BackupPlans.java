package org.ronron.ui.pages.shared;

import org.ronron.core.plan.BackupChange;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Ui;

/** The one way from a wish to the page where its plan is reviewed. */
public final class BackupPlans {
    private BackupPlans() {}

    public static void ask(Ui ui, BackupChange change) {
        ui.navigator().closeOverlay();
        ui.navigator().say(ui.texts().get("backups.planning"));
        Asking.ask(
                ui, ui.desk().backups().plan(change), ui.navigator()::review, ui.navigator()::show);
    }
}
