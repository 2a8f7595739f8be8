package org.ronron.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ronron.api.Action;
import org.ronron.api.Connector;
import org.ronron.api.Json;
import org.ronron.api.MadeSecret;
import org.ronron.practice.barman.RealBarman;
import org.ronron.practice.borg.RealBorg;
import org.ronron.practice.charon.CharonSimulator;
import org.ronron.practice.garage.GarageSimulator;
import org.ronron.practice.gotify.GotifySimulator;
import org.ronron.practice.haproxy.RealHaproxy;
import org.ronron.practice.minio.RealMinio;
import org.ronron.practice.nextcloud.FarmSamples;
import org.ronron.practice.nextcloud.StandInFarm;
import org.ronron.practice.nomad.NomadSimulator;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.practice.process.TempFolder;
import org.ronron.testkit.Proof;
import org.ronron.testkit.conformance.Counting;
import org.ronron.testkit.conformance.CountingHttp;
import org.ronron.testkit.conformance.CountingPostgres;
import org.ronron.testkit.conformance.CountingSigned;
import org.ronron.testkit.conformance.CountingSsh;
import org.ronron.testkit.conformance.CountingWire;
import org.ronron.testkit.conformance.Lab;
import org.ronron.testkit.conformance.Lender;
import org.ronron.testkit.conformance.ReadOnlyProof;

/** No connector of the program has a path to a change while its endpoint is read-only. */
class ReadOnlyTest {
    private static final MadeSecret MINIO_KEY =
            MadeSecret.of("01KAPLAN", "s3-secret", MadeSecret.Kind.PASSWORD);

    private final List<String> changes = new ArrayList<>();
    private Optional<MissingProgramException> missing = Optional.empty();
    private int connectors;
    private int verbs;

    @Test
    void aReadOnlyEndpointIsOnlyRead() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Connector connector : ServiceLoader.load(Connector.class)) {
                prove(connector, threads);
            }
        }
        Proof.write(
                "read-only",
                "read-only: %d connectors, %d verbs, %d mutating calls"
                        .formatted(connectors, verbs, changes.size()));
        assertTrue(connectors > 0);
        assertEquals(List.of(), changes);
        if (missing.isPresent()) {
            throw Lab.missing(missing.get());
        }
    }

    private void prove(Connector connector, ExecutorService threads) throws Exception {
        switch (connector.descriptor().id()) {
            case "barman" -> barman(connector);
            case "charon" -> {
                Instant evening = Instant.parse("2026-11-23T20:00:00Z");
                try (CharonSimulator charon = new CharonSimulator(threads, () -> evening)) {
                    Map<String, String> url = Map.of("url", charon.url().toString());
                    Map<String, String> token = Map.of("token", charon.token());
                    overHttp(connector, url, token, Samples::charon, threads);
                }
            }
            case "garage" -> {
                try (GarageSimulator garage = new GarageSimulator(threads)) {
                    Map<String, String> url = Map.of("url", garage.adminUrl(1).toString());
                    Map<String, String> token = Map.of("token", garage.token());
                    overHttp(connector, url, token, Samples::garage, threads);
                }
            }
            case "gotify" -> gotify(connector, threads);
            case "borg" -> borg(connector);
            case "haproxy" -> haproxy(connector);
            case "mail" -> mail(connector, threads);
            case "linux" -> {
                Map<String, String> file =
                        Map.of("configFile", "/etc/passwd", "configKey", "root", "sudo", "named");
                try (CountingSsh counting = new CountingSsh(file);
                        Lender lender = new Lender(Map.of(), InstantSource.system())) {
                    counting.trustedBy(lender);
                    drive(connector, counting, lender);
                }
            }
            case "nextcloud" -> {
                try (TempFolder folder = new TempFolder("farm");
                        CountingSsh counting =
                                new CountingSsh(
                                        StandInFarm.make(folder.path(), "frama.example").settings(),
                                        FarmSamples::of);
                        Lender lender = new Lender(Map.of(), InstantSource.system())) {
                    counting.trustedBy(lender);
                    drive(connector, counting, lender);
                }
            }
            case "minio" -> minio(connector, threads);
            case "nomad" -> {
                AtomicLong looks = new AtomicLong();
                Instant begin = Instant.parse("2026-11-23T20:00:00Z");
                InstantSource hasty = () -> begin.plusSeconds(looks.getAndIncrement());
                try (NomadSimulator nomad = new NomadSimulator(threads, hasty)) {
                    Map<String, String> url = Map.of("url", nomad.url().toString());
                    overHttp(connector, url, Map.of("token", nomad.token("write")), threads);
                }
            }
            case "postgresql" -> postgresql(connector);
            default ->
                    throw new AssertionError(
                            "say here how a server for this connector is started: "
                                    + connector.descriptor().id());
        }
    }

    /**
     * Its calls are signed, so that there is no simulator; where MinIO is not, nothing is proved.
     */
    private void minio(Connector connector, ExecutorService threads) throws Exception {
        try (RealMinio minio = RealMinio.start(Programs.ofThisMachine())) {
            Map<String, String> settings =
                    Map.of("url", minio.url().toString(), "user", minio.user());
            Map<String, String> secrets =
                    Map.of("password", minio.password(), MINIO_KEY.name(), "Kq7vYx2mWn8pRt4sZb6c");
            try (Counting counting = new CountingSigned(settings, ReadOnlyTest::space, threads);
                    Lender lender = new Lender(secrets, InstantSource.system())) {
                drive(connector, counting, lender);
            }
        } catch (MissingProgramException e) {
            missing = Optional.of(e);
        }
    }

    /** One of each verb for a bucket with its user, the first of them one that may be made. */
    private static List<Action> space(String endpointId) {
        Json.Obj arguments =
                Json.obj()
                        .with("bucket", "zoe.k3x9ab")
                        .with("user", "zoe.k3x9ab")
                        .with("mark", "k3x9ab")
                        .with("bytes", 10_000_000_000L)
                        .with("before", 5_000_000_000L)
                        .with("secret", MINIO_KEY.json());
        return Stream.of(
                        "bucket.create",
                        "bucket.quota",
                        "bucket.save",
                        "bucket.empty",
                        "user.create",
                        "user.disable")
                .map(verb -> new Action(endpointId, verb, arguments))
                .toList();
    }

    /** A notice goes by its connection's own setting; that is core's to hold, not the host's. */
    private void gotify(Connector connector, ExecutorService threads) throws Exception {
        Map<String, String> wished = Map.of("tell", "all");
        try (GotifySimulator gotify = new GotifySimulator(threads, InstantSource.system())) {
            Map<String, String> settings = new HashMap<>(wished);
            settings.put("url", gotify.url().toString());
            Map<String, String> secrets =
                    Map.of("token", gotify.appToken(), "clientToken", gotify.clientToken());
            try (Counting counting = new CountingWire(settings, Samples::notices, threads);
                    Lender lender = new Lender(secrets, InstantSource.system())) {
                drive(connector, counting, lender);
            }
        }
    }

    private void borg(Connector connector) throws Exception {
        try (TempFolder folder = new TempFolder("borg");
                RealBorg borg =
                        RealBorg.start(
                                Programs.ofThisMachine(),
                                folder.path(),
                                "courgette",
                                "127.0.0.1",
                                "127.0.0.2");
                CountingSsh machine = new CountingSsh(borg.settings(), borg::samples);
                Lender lender = new Lender(Map.of(), InstantSource.system())) {
            machine.trustedBy(lender);
            drive(connector, machine, lender);
        } catch (MissingProgramException e) {
            missing = Optional.of(e);
        }
    }

    private void haproxy(Connector connector) throws Exception {
        try (RealHaproxy haproxy = RealHaproxy.start(Programs.ofThisMachine(), "127.0.0.1:9");
                CountingSsh machine = new CountingSsh(haproxy.settings(), ReadOnlyTest::routes);
                Lender lender = new Lender(Map.of(), InstantSource.system())) {
            machine.trustedBy(lender);
            drive(connector, machine, lender);
        } catch (MissingProgramException e) {
            missing = Optional.of(e);
        }
    }

    private void barman(Connector connector) throws Exception {
        try (RealBarman barman = RealBarman.start(Programs.ofThisMachine())) {
            List<Action> samples = barman.samples("e1");
            try (CountingSsh machine = new CountingSsh(barman.settings(), endpoint -> samples);
                    Lender lender = new Lender(Map.of(), InstantSource.system())) {
                machine.trustedBy(lender);
                drive(connector, machine, lender);
            }
        } catch (MissingProgramException e) {
            missing = Optional.of(e);
        }
    }

    private void postgresql(Connector connector) throws Exception {
        try (Counting counting = new CountingPostgres(Programs.ofThisMachine());
                Lender lender = new Lender(CountingPostgres.secrets(), InstantSource.system())) {
            drive(connector, counting, lender);
        } catch (MissingProgramException e) {
            missing = Optional.of(e);
        }
    }

    private static List<Action> routes(String endpointId) {
        Json.Obj route = Json.obj().with("address", "a.example").with("backend", "spaces");
        return List.of(
                new Action(endpointId, "route.add", route),
                new Action(endpointId, "route.remove", route),
                new Action(endpointId, "route.check", route),
                new Action(endpointId, "haproxy.reload", Json.obj()));
    }

    private void mail(Connector connector, ExecutorService threads) throws Exception {
        try (CountingMail mail = new CountingMail(threads);
                Lender lender = new Lender(Map.of(), InstantSource.system())) {
            drive(connector, mail, lender);
        } catch (MissingProgramException e) {
            missing = Optional.of(e);
        }
    }

    private void overHttp(
            Connector connector,
            Map<String, String> settings,
            Map<String, String> secrets,
            ExecutorService threads)
            throws Exception {
        overHttp(connector, settings, secrets, endpoint -> List.of(), threads);
    }

    private void overHttp(
            Connector connector,
            Map<String, String> settings,
            Map<String, String> secrets,
            Function<String, List<Action>> samples,
            ExecutorService threads)
            throws Exception {
        try (Counting counting =
                        new CountingHttp(
                                settings,
                                connector.descriptor().readingCalls(),
                                true,
                                samples,
                                threads);
                Lender lender = new Lender(secrets, InstantSource.system())) {
            drive(connector, counting, lender);
        }
    }

    private void drive(Connector connector, Counting counting, Lender lender) throws Exception {
        ReadOnlyProof.Seen seen = ReadOnlyProof.of(connector, counting, lender);
        connectors++;
        verbs += seen.verbs().size();
        changes.addAll(seen.changes());
    }
}
