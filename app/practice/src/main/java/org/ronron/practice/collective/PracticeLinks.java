package org.ronron.practice.collective;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ronron.api.Reach;
import org.ronron.practice.nomad.NomadSimulator;
import org.ronron.practice.ssh.Hosts;
import org.ronron.practice.ssh.SshServer;

/** How a collective would be connected to the practice servers. */
final class PracticeLinks {
    private static final String GARAGE = "Garage";
    private static final String NOMAD = "Nomad";

    private PracticeLinks() {}

    static PracticePlan of(
            PracticeServers.Storage garage, NomadSimulator nomad, Hosts hosts, String ssh) {
        List<PracticePlan.Machine> machines = new ArrayList<>();
        hosts.servers().forEach((name, server) -> machines.add(machine(name, server)));
        return new PracticePlan(
                List.of(
                        new PracticePlan.Link("garage", GARAGE, of(garage.urls())),
                        new PracticePlan.Link("nomad", NOMAD, of(nomad, hosts))),
                Map.of(
                        PracticePlan.secret(GARAGE, "token"),
                        garage.token(),
                        PracticePlan.secret(GARAGE, "writeToken"),
                        garage.writeToken(),
                        PracticePlan.secret(NOMAD, "token"),
                        nomad.token("read"),
                        PracticePlan.secret(NOMAD, "writeToken"),
                        nomad.token("write")),
                machines,
                Map.of("garage", garage.software(), "nomad", "Nomad stand-in (2.0.5)", "ssh", ssh),
                machines.stream().skip(1).map(PracticePlan.Machine::key).toList());
    }

    private static Map<String, String> of(List<URI> garage) {
        return Map.of(
                "url",
                garage.getFirst().toString(),
                "peers",
                garage.stream().skip(1).map(URI::toString).collect(Collectors.joining(",")));
    }

    /** Through the last machine, whose key a colleague has accepted already. */
    private static Map<String, String> of(NomadSimulator nomad, Hosts hosts) {
        SshServer hop = List.copyOf(hosts.servers().values()).getLast();
        return Map.of(
                "url",
                nomad.url().toString(),
                Reach.VIA,
                hop.user() + "@" + hop.host() + ":" + hop.port(),
                Reach.VIA_KEY_FILE,
                hop.keyFile().toString(),
                Reach.CLIENT_CERT,
                nomad.file("client.pem").toString(),
                Reach.CLIENT_KEY,
                nomad.file("client-key.pem").toString());
    }

    private static PracticePlan.Machine machine(String name, SshServer server) {
        return new PracticePlan.Machine(
                name,
                Map.of(
                        "host",
                        server.host(),
                        "port",
                        String.valueOf(server.port()),
                        "user",
                        server.user(),
                        "keyFile",
                        server.keyFile().toString()),
                server.fingerprint());
    }
}
