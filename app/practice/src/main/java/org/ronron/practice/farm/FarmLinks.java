package org.ronron.practice.farm;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ronron.practice.collective.PracticePlan;
import org.ronron.practice.nextcloud.StandInFarm;
import org.ronron.practice.postgresql.RealPostgres;
import org.ronron.practice.ssh.SshServer;

/** How a collective would be connected to the farm. */
final class FarmLinks {
    private static final String REQUESTS = "Charon";
    private static final String DATABASES = "PostgreSQL";
    private static final String FILES = "MinIO";

    private final FarmServers farm;

    FarmLinks(FarmServers farm) {
        this.farm = farm;
    }

    PracticePlan plan() throws IOException {
        return new PracticePlan(
                List.of(
                        link("charon", REQUESTS, Map.of("url", farm.charon().url().toString())),
                        link(
                                "postgresql",
                                DATABASES,
                                Map.of(
                                        "host",
                                        "127.0.0.1",
                                        "port",
                                        String.valueOf(farm.postgres().port()),
                                        "user",
                                        RealPostgres.READER,
                                        "writer",
                                        RealPostgres.WRITER,
                                        "tls",
                                        "off")),
                        link(
                                "minio",
                                FILES,
                                Map.of(
                                        "url",
                                        farm.minio().url().toString(),
                                        "user",
                                        farm.minio().user())),
                        link(
                                "nextcloud",
                                "Nextcloud",
                                over(FarmServers.WEB, farm.farm().settings())),
                        link(
                                "haproxy",
                                "HAProxy",
                                over(FarmServers.FRONT, farm.haproxy().settings())),
                        link(
                                "mail",
                                "Courriel",
                                Map.of(
                                        "host",
                                        farm.mail().host(),
                                        "port",
                                        String.valueOf(farm.mail().port()),
                                        "tls",
                                        "none",
                                        "from",
                                        "espaces@" + FarmServers.DOMAIN))),
                Map.of(
                        PracticePlan.secret(REQUESTS, "token"),
                        farm.charon().token(),
                        PracticePlan.secret(DATABASES, "password"),
                        RealPostgres.password(RealPostgres.READER),
                        PracticePlan.secret(DATABASES, "writerPassword"),
                        RealPostgres.password(RealPostgres.WRITER),
                        PracticePlan.secret(FILES, "password"),
                        farm.minio().password()),
                List.of(),
                Map.of(
                        "charon",
                        "a stand-in for Charon",
                        "postgresql",
                        "PostgreSQL " + farm.postgres().version(),
                        "minio",
                        "MinIO",
                        "nextcloud",
                        StandInFarm.SOFTWARE,
                        "haproxy",
                        farm.haproxy().software(),
                        "mail",
                        farm.mail().software(),
                        "ssh",
                        farm.ssh()),
                List.of(key(FarmServers.WEB), key(FarmServers.FRONT)));
    }

    private static PracticePlan.Link link(String type, String name, Map<String, String> settings) {
        return new PracticePlan.Link(type, name, settings);
    }

    private PracticePlan.Key key(String machine) {
        SshServer server = farm.host(machine);
        return new PracticePlan.Key(
                "ssh://" + server.host() + ":" + server.port(), server.fingerprint());
    }

    private Map<String, String> over(String machine, Map<String, String> settings) {
        SshServer server = farm.host(machine);
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.put("host", server.host());
        all.put("port", String.valueOf(server.port()));
        all.put("user", server.user());
        all.put("keyFile", server.keyFile().toString());
        return all;
    }
}
