package org.ronron.ui.pages.findings;

import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Button;
import org.ronron.core.model.Finding;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/** The button that goes with a finding's remedy, where the window has a way to it. */
public final class Ways {
    /** What is mended on the page of connections. */
    private static final Set<String> CONNECTIONS =
            Set.of(
                    "excessive-login",
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

    /** Leads to the page where it is mended. */
    public static Optional<Button> of(Ui ui, Finding finding) {
        if (CONNECTIONS.contains(finding.kind())) {
            return Optional.of(page(ui, "findings.connections", "connections"));
        }
        return finding.kind().startsWith("backup")
                ? Optional.of(page(ui, "findings.backups", "backups"))
                : Optional.empty();
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
