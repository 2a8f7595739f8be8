package org.ronron.ui.window;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.ronron.api.NoticeFact;
import org.ronron.api.Severity;
import org.ronron.core.model.Accepted;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Finding;

/** What needs a person, what was accepted, and what others said. */
final class ExampleFindings {
    private static final Instant NOW = States.NOW;

    private ExampleFindings() {}

    static Finding silent() {
        return new Finding(
                "silent",
                "",
                Severity.ERROR,
                "borg-mail-1",
                Map.of(
                        "endpoint", "borg-mail-1",
                        "address", "ssh://save-1:22",
                        "since", NOW.minus(3, ChronoUnit.DAYS).toString()));
    }

    /** As core finds it: with the series that it is about. */
    static Finding late() {
        return new Finding(
                "backup-late",
                "",
                Severity.ERROR,
                "borg-log-1",
                Map.of(
                        "connection", "borg-log-1",
                        "endpoint", "borg-log-1",
                        "key", "/b/log-1",
                        "names", "/b/log-1",
                        "promise", "PT26H",
                        "since", NOW.minus(4, ChronoUnit.DAYS).toString()));
    }

    /** As core finds it: what is not saved, by its names. */
    static Finding uncovered() {
        return new Finding(
                "uncovered-buckets",
                "",
                Severity.WARN,
                "La Ferme",
                Map.of("names", "minio-a", "spaces", "12"));
    }

    static Finding excessive(String subject) {
        return new Finding(
                "excessive-login",
                "",
                Severity.WARN,
                subject,
                Map.of("endpoint", subject, "login", "root"));
    }

    /** Two that stand, one of them worse, and one that was accepted. */
    static Collective found(Collective of) {
        Accepted accepted =
                new Accepted(
                        uncovered(),
                        "impossible à sauvegarder à cette taille",
                        "Camille",
                        NOW.minus(9, ChronoUnit.DAYS),
                        LocalDate.of(2027, 3, 1));
        return of.withAccepted(List.of(excessive("barman-1"), late(), silent()), List.of(accepted));
    }

    static List<NoticeFact> notices() {
        return List.of(
                new NoticeFact(
                        "7",
                        NOW.minusSeconds(70),
                        "Argos",
                        "Le site amap-vallon répond mal",
                        "HTTP 502 depuis 3 minutes. <b>Voir</b> https://argos.example/7",
                        8),
                new NoticeFact(
                        "6",
                        NOW.minus(2, ChronoUnit.HOURS),
                        "Ronron",
                        "Sauvegarde finie : web-1",
                        "12,4 Gio, 8 214 fichiers, en 12 min.",
                        4),
                new NoticeFact(
                        "5",
                        NOW.minus(9, ChronoUnit.HOURS),
                        "Salt",
                        "highstate",
                        "web-1 : 0 changed",
                        0));
    }
}
