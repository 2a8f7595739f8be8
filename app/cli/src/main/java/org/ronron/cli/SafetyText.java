package org.ronron.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ronron.core.model.Backup;
import org.ronron.core.model.Safety;
import org.ronron.core.model.Uncovered;
import org.ronron.resources.Texts;

/** Backups as {@code status} prints them: what may be said of each, and what none of them saves. */
record SafetyText(Console console, Instant now) {
    void print(Safety safety) {
        if (safety.backups().isEmpty() && safety.uncovered().isEmpty()) {
            return;
        }
        console.line(console.texts().get("status.backups"));
        safety.backups().forEach(this::backup);
        safety.uncovered().forEach(this::uncovered);
    }

    private void backup(Backup backup) {
        Texts texts = console.texts();
        String saves = backup.fact().saves();
        console.line(
                "  "
                        + texts.get(
                                "status.backup",
                                "saves",
                                saves.isEmpty() ? backup.fact().key() : saves,
                                "endpoint",
                                backup.endpointName(),
                                "posture",
                                texts.get("status.posture." + backup.posture().name())));
        List<String> more = new ArrayList<>();
        more.add(
                backup.fact()
                        .newest()
                        .map(p -> texts.get("status.backup.newest", "age", age(p.at())))
                        .orElse(texts.get("status.backup.none")));
        backup.fact()
                .wal()
                .ifPresent(at -> more.add(texts.get("status.backup.wal", "age", age(at))));
        more.add(
                backup.verified()
                        .map(v -> texts.get("status.level." + v.level().name(), "age", age(v.at())))
                        .orElse(texts.get("status.level.NONE")));
        String copy = backup.fact().place().isEmpty() ? backup.zone() : backup.fact().place();
        String where = texts.get("status.copy." + backup.place().name());
        more.add(copy.isEmpty() ? where : where + " (" + copy + ")");
        console.line("    " + String.join(", ", more));
        backup.running()
                .ifPresent(
                        job ->
                                console.line(
                                        "    "
                                                + texts.get(
                                                        "status.backup.running",
                                                        "said",
                                                        job.said(),
                                                        "age",
                                                        age(job.begun()))));
    }

    private void uncovered(Uncovered uncovered) {
        String kind = uncovered.kind().name().toLowerCase(Locale.ROOT);
        String what = uncovered.what();
        console.line("  " + console.texts().get("status.uncovered." + kind, "what", what));
    }

    private String age(Instant at) {
        return console.texts().figures().age(at, now);
    }
}
