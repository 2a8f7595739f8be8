package org.ronron.ui.pages.findings;

import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Button;
import org.ronron.core.model.Finding;
import org.ronron.core.plan.BackUp;
import org.ronron.core.plan.BackupChange;
import org.ronron.core.plan.Change;
import org.ronron.core.plan.Remedies;
import org.ronron.ui.pages.shared.BackupPlans;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/** The button that goes with a finding's remedy, where there is a plan or a way to it. */
public final class Ways {
    /** What is mended on the page of connections. */
    private static final Set<String> CONNECTIONS =
            Set.of(
                    "excessive-login",
                    "no-backups",
                    "silent",
                    "never-answered",
                    "trust-question",
                    "trust-changed",
                    "expired-certificate",
                    "login-refused",
                    "unknown-type",
                    "secret-missing",
                    "notice-failed");

    private Ways() {}

    /** Plans what would mend it, to be reviewed; else leads to where it is mended. */
    public static Optional<Button> of(Ui ui, Finding finding) {
        Optional<Button> plan = Remedies.of(finding).flatMap(change -> plan(ui, change));
        return plan.isPresent() ? plan : way(ui, finding);
    }

    private static Optional<Button> plan(Ui ui, Change change) {
        if (!(change instanceof BackupChange backup)) {
            return Optional.empty();
        }
        String text = backup instanceof BackUp ? "backups.do.run" : "backups.do.check";
        return Optional.of(
                Bits.button(ui.texts().get(text), () -> BackupPlans.ask(ui, backup), "small"));
    }

    private static Optional<Button> way(Ui ui, Finding finding) {
        String kind = finding.kind();
        if (CONNECTIONS.contains(kind)) {
            return Optional.of(page(ui, "findings.connections", "connections"));
        }
        if (kind.startsWith("backup") || kind.startsWith("uncovered")) {
            return Optional.of(page(ui, "findings.backups", "backups"));
        }
        return Optional.ofNullable(finding.details().get("operation"))
                .filter(id -> kind.equals("operation-stopped"))
                .map(id -> operation(ui, id));
    }

    private static Button operation(Ui ui, String id) {
        return Bits.button(
                ui.texts().get("findings.operation"),
                () -> {
                    ui.navigator().closeOverlay();
                    ui.navigator().operation(id);
                },
                "small");
    }

    private static Button page(Ui ui, String text, String page) {
        return Bits.button(
                ui.texts().get(text),
                () -> {
                    ui.navigator().closeOverlay();
                    ui.navigator().go(page);
                },
                "small");
    }
}
