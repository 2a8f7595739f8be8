package org.ronron.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronron.core.model.Collective;

/** Pictures of the page of backups and of findings; no text of them is missing or cut. */
class BackupsShotsTest {
    private static void shoot(
            Collective of, String name, String language, String theme, Consumer<WindowRig> then) {
        var state = States.preferring(Farm.state(of), Map.of("language", language, "theme", theme));
        try (WindowRig rig = BackupsPageTest.opened(state)) {
            then.accept(rig);
            rig.shoot("backups-" + name + "-" + language + "-" + theme);
            assertFalse(rig.texts().contains("["), rig.texts());
            assertEquals(List.of(), rig.cut());
        }
    }

    private static Collective some() {
        return ExampleFindings.found(ExampleBackups.collective(ExampleBackups.some()));
    }

    @ParameterizedTest
    @CsvSource({"fr,light", "fr,dark", "en,light", "en,dark"})
    void aFew(String language, String theme) {
        shoot(some(), "few", language, theme, rig -> {});
    }

    @ParameterizedTest
    @CsvSource({"fr,light", "en,dark"})
    void oneIsOpen(String language, String theme) {
        shoot(some(), "open", language, theme, rig -> BackupsPageTest.choose(rig, "web-1 /srv"));
    }

    @ParameterizedTest
    @CsvSource({"fr,light", "en,dark"})
    void oneWithoutKey(String language, String theme) {
        shoot(
                some(),
                "keyfile",
                language,
                theme,
                rig -> BackupsPageTest.choose(rig, "cle-1 /srv/bureautique"));
    }

    @ParameterizedTest
    @CsvSource({"fr,light", "en,dark"})
    void oneIsNotCovered(String language, String theme) {
        shoot(some(), "bare", language, theme, rig -> BackupsPageTest.choose(rig, "minio-a"));
    }

    @ParameterizedTest
    @CsvSource({"fr,light", "en,dark"})
    void restoring(String language, String theme) {
        shoot(
                some(),
                "restore",
                language,
                theme,
                rig -> {
                    BackupsPageTest.choose(rig, "log-1 /var/log");
                    SpacesPageTest.press(rig, "backup-restore");
                    SpacesPageTest.type(rig, "restore-place", "/srv/restauration/log-1");
                });
    }

    @ParameterizedTest
    @CsvSource({"fr,light", "en,dark"})
    void nextToGo(String language, String theme) {
        shoot(
                some(),
                "next",
                language,
                theme,
                rig -> {
                    rig.desk.safety.next =
                            List.of("log-1-2026-10-02T02:00", "log-1-2026-10-03T02:00");
                    BackupsPageTest.choose(rig, "log-1 /var/log");
                    SpacesPageTest.press(rig, "backup-next");
                    rig.awaitShown("next-to-go");
                });
    }

    @ParameterizedTest
    @CsvSource({"fr,light", "en,dark"})
    void veryMany(String language, String theme) {
        shoot(
                ExampleBackups.collective(ExampleBackups.many(3000)),
                "many",
                language,
                theme,
                rig -> {});
    }

    @ParameterizedTest
    @CsvSource({"fr,light", "en,dark"})
    void none(String language, String theme) {
        shoot(ExampleBackups.bare(), "none", language, theme, rig -> {});
    }

    @ParameterizedTest
    @CsvSource({"fr,light", "en,dark"})
    void findings(String language, String theme) {
        shoot(
                some(),
                "findings",
                language,
                theme,
                rig -> {
                    SpacesPageTest.press(rig, "findings-see");
                    SpacesPageTest.press(rig, "findings-accepted-fold");
                });
    }

    @ParameterizedTest
    @CsvSource({"fr,light", "en,dark"})
    void accepting(String language, String theme) {
        shoot(
                some(),
                "accept",
                language,
                theme,
                rig -> {
                    SpacesPageTest.press(rig, "findings-see");
                    SpacesPageTest.press(rig, "finding-accept-0");
                    SpacesPageTest.type(rig, "accept-reason", "réparation prévue samedi");
                });
    }

    @ParameterizedTest
    @CsvSource({"fr,light", "en,dark"})
    void notices(String language, String theme) {
        shoot(
                some(),
                "notices",
                language,
                theme,
                rig -> {
                    SpacesPageTest.press(rig, "rail-history");
                    SpacesPageTest.press(rig, "history-notices");
                });
    }
}
