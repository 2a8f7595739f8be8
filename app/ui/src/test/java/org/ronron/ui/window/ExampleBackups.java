package org.ronron.ui.window;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ronron.api.BackupFact;
import org.ronron.api.BackupFact.Condition;
import org.ronron.api.BackupFact.Cover;
import org.ronron.api.BackupFact.Point;
import org.ronron.api.BackupFact.Result;
import org.ronron.api.Backups;
import org.ronron.api.JobFact;
import org.ronron.core.model.Backup;
import org.ronron.core.model.Backup.Level;
import org.ronron.core.model.Backup.Place;
import org.ronron.core.model.Backup.Posture;
import org.ronron.core.model.Backup.Verified;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Safety;
import org.ronron.core.model.Totals;
import org.ronron.core.model.Uncovered;

/** A collective of which some is saved well, some badly, and some not at all. */
public final class ExampleBackups {
    static final String WEB = "ssh://borg@save-1/./web-1";
    static final String LONG =
            "ssh://borg@sauvegarde-du-grenier.chatons.example/./depots/bureautique-partagee";
    private static final Instant NOW = States.NOW;
    private static final Optional<Duration> DAILY = Optional.of(Duration.ofHours(26));

    private ExampleBackups() {}

    /** One of each kind, the worst of them in the middle. */
    public static Safety some() {
        return new Safety(
                List.of(
                        postgres(),
                        borg(
                                "web-1",
                                WEB,
                                "/srv",
                                9,
                                Posture.PROTECTED,
                                Place.ELSEWHERE,
                                checked()),
                        borg(
                                "redis-1",
                                "/b/redis-1",
                                "/var/lib/redis",
                                11,
                                Posture.BESIDE,
                                Place.BESIDE,
                                Optional.empty()),
                        borg(
                                "log-1",
                                "/b/log-1",
                                "/var/log",
                                96,
                                Posture.LATE,
                                Place.ELSEWHERE,
                                Optional.of(
                                        new Verified(
                                                Level.CHECKED,
                                                "",
                                                Instant.parse("2026-11-02T04:00:00Z"),
                                                ""))),
                        borg(
                                "cle-1",
                                LONG,
                                "/srv/bureautique",
                                12,
                                Posture.NEVER_CHECKED,
                                Place.UNKNOWN,
                                Optional.empty()),
                        broken(),
                        silent()),
                List.of(
                        new Uncovered(Uncovered.Kind.BUCKETS, "minio", "minio-a", 12),
                        new Uncovered(Uncovered.Kind.MACHINE, "n:office-1", "office-1", 0)));
    }

    private static Optional<Verified> checked() {
        return Optional.of(
                new Verified(
                        Level.DATA_CHECKED,
                        "",
                        Instant.parse("2026-11-22T05:00:00Z"),
                        "8 214 fichiers relus, aucun écart"));
    }

    private static Backup postgres() {
        List<Point> points = new ArrayList<>();
        for (int day = 0; day < 14; day++) {
            points.add(
                    new Point(
                            "2026112" + day + "T030000",
                            NOW.minus(6 + 24L * day, ChronoUnit.HOURS),
                            Optional.of(Duration.ofMinutes(14)),
                            OptionalLong.of(41_875_931_136L + day * 40_000_000L),
                            OptionalLong.empty(),
                            Result.DONE));
        }
        Verified restored =
                new Verified(
                        Level.RESTORED,
                        points.get(1).key(),
                        NOW.minus(15, ChronoUnit.HOURS),
                        "PostgreSQL 15 démarré, 1 281 lignes lues");
        return backup(
                "barman",
                "pg-1",
                new BackupFact(
                        "pg-1",
                        "10.0.4.11:5432",
                        List.of(new Cover(Cover.Kind.DATABASES, "10.0.4.11:5432")),
                        "save-2",
                        "none",
                        Condition.READABLE,
                        points,
                        Optional.of(NOW.minusSeconds(40)),
                        DAILY,
                        List.of()),
                Posture.PROTECTED,
                Place.ELSEWHERE,
                "grenier",
                Optional.of(restored));
    }

    private static Backup borg(
            String machine,
            String key,
            String saves,
            int hours,
            Posture posture,
            Place place,
            Optional<Verified> verified) {
        List<Point> points = new ArrayList<>();
        int from = posture == Posture.LATE ? 1 : 0;
        if (posture == Posture.LATE) {
            points.add(point(machine, 20, Result.FAILED));
            points.add(point(machine, 44, Result.FAILED));
            points.add(point(machine, 68, Result.CUT));
        }
        for (int day = from; day < 20 + from; day++) {
            if (day != 5) {
                points.add(
                        point(
                                machine,
                                hours + 24 * (day - from),
                                day == 3 ? Result.WARNINGS : Result.DONE));
            }
        }
        return backup(
                "borg",
                "borg-" + machine,
                new BackupFact(
                        key,
                        saves,
                        List.of(new Cover(Cover.Kind.MACHINE, machine)),
                        place == Place.UNKNOWN ? "" : "save-1",
                        place == Place.UNKNOWN ? "keyfile" : "repokey",
                        Condition.READABLE,
                        points,
                        Optional.empty(),
                        DAILY,
                        machine.equals("web-1")
                                ? List.of(running(key), checkedJob(key))
                                : List.of()),
                posture,
                place,
                place == Place.BESIDE ? "salon" : place == Place.UNKNOWN ? "" : "grenier",
                verified);
    }

    private static JobFact running(String key) {
        return new JobFact(
                "r-1",
                Backups.RUN,
                key,
                "",
                NOW.minus(12, ChronoUnit.MINUTES),
                Optional.empty(),
                JobFact.State.RUNNING,
                "34 % · 1,2 Gio lus");
    }

    private static JobFact checkedJob(String key) {
        return new JobFact(
                "r-0",
                Backups.CHECK,
                key,
                "",
                NOW.minus(6, ChronoUnit.DAYS).minusSeconds(3600),
                Optional.of(NOW.minus(6, ChronoUnit.DAYS)),
                JobFact.State.DONE,
                "aucun écart");
    }

    private static Backup broken() {
        return backup(
                "barman",
                "pg-vieux",
                new BackupFact(
                        "pg-vieux",
                        "10.0.4.12:5432",
                        List.of(new Cover(Cover.Kind.DATABASES, "10.0.4.12:5432")),
                        "save-2",
                        "none",
                        Condition.READABLE,
                        List.of(point("pg-vieux", 8, Result.FAILED)),
                        Optional.of(NOW.minus(5, ChronoUnit.DAYS)),
                        DAILY,
                        List.of()),
                Posture.BROKEN,
                Place.ELSEWHERE,
                "grenier",
                Optional.empty());
    }

    private static Backup silent() {
        Backup seen =
                borg(
                        "mail-1",
                        "/b/mail-1",
                        "/srv/mail",
                        80,
                        Posture.UNKNOWN,
                        Place.ELSEWHERE,
                        Optional.empty());
        return new Backup(
                seen.endpointId(),
                seen.endpointName(),
                seen.type(),
                NOW.minus(3, ChronoUnit.DAYS),
                seen.fact(),
                seen.posture(),
                seen.place(),
                seen.zone(),
                seen.verified());
    }

    private static Point point(String machine, int hours, Result result) {
        boolean made = result == Result.DONE || result == Result.WARNINGS;
        return new Point(
                machine + "-" + NOW.minus(hours, ChronoUnit.HOURS),
                NOW.minus(hours, ChronoUnit.HOURS),
                made ? Optional.of(Duration.ofSeconds(190)) : Optional.empty(),
                made ? OptionalLong.of(13_314_398_618L) : OptionalLong.empty(),
                made ? OptionalLong.of(8214) : OptionalLong.empty(),
                result);
    }

    private static Backup backup(
            String type,
            String name,
            BackupFact fact,
            Posture posture,
            Place place,
            String zone,
            Optional<Verified> verified) {
        return new Backup(
                name, name, type, NOW.minusSeconds(20), fact, posture, place, zone, verified);
    }

    /** Very many, all of them well but for a few. */
    static Safety many(int count) {
        List<Backup> backups = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            backups.add(
                    borg(
                            "machine-%05d".formatted(i),
                            "/b/%05d".formatted(i),
                            "/srv",
                            9,
                            i % 1000 == 7 ? Posture.LATE : Posture.PROTECTED,
                            Place.ELSEWHERE,
                            checked()));
        }
        return new Safety(backups, List.of());
    }

    /** With the tools connected. */
    public static Collective collective(Safety safety) {
        List<EndpointView> endpoints =
                SafeTool.all().stream()
                        .map(c -> c.descriptor().id())
                        .map(
                                t ->
                                        new EndpointView(
                                                t,
                                                t,
                                                t + "-1",
                                                t + "-1.example",
                                                EndpointView.State.FINE,
                                                "1",
                                                "print",
                                                Optional.of(NOW.minusSeconds(20)),
                                                Optional.empty(),
                                                Optional.empty()))
                        .toList();
        return with(endpoints, safety);
    }

    /** With nothing connected that keeps backups. */
    static Collective bare() {
        return with(List.of(), new Safety(true, List.of(), List.of()));
    }

    private static Collective with(List<EndpointView> endpoints, Safety safety) {
        return new Collective(
                        "farm",
                        "La Ferme",
                        "own",
                        List.of(),
                        List.of(),
                        List.of(),
                        endpoints,
                        List.of(),
                        List.of(),
                        Totals.UNKNOWN,
                        0,
                        Map.of())
                .with(safety, ExampleFindings.notices());
    }
}
