package org.ronron.practice.nomad;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.ronron.api.Json;
import org.ronron.core.json.JsonText;
import org.ronron.practice.process.Launch;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Ports;
import org.ronron.practice.process.Programs;
import org.ronron.practice.process.Running;
import org.ronron.practice.process.TempFolder;

/**
 * One agent of a real Nomad, server and client at once, for whom has the program: it is in no
 * registry that this project uses, so the lab does not install it, and this class has never been
 * run. Its configuration is what the agents of the captures had.
 */
public final class RealNomad implements AutoCloseable {
    private static final Duration STARTS = Duration.ofSeconds(60);
    private final TempFolder folder = new TempFolder("nomad");
    private final URI url;
    private final Running agent;
    private final String token;

    private RealNomad(Path binary) throws IOException {
        List<Integer> ports = Ports.free(3);
        url = URI.create("http://127.0.0.1:" + ports.getFirst());
        Path file = folder.path().resolve("nomad.hcl");
        Files.writeString(file, configuration(ports));
        agent =
                Running.start(
                        Launch.of(
                                "nomad",
                                folder.path(),
                                binary.toString(),
                                "agent",
                                "-config=" + file));
        agent.await(STARTS, () -> call("GET", "/v1/status/leader", "").contains(":"));
        Json.Obj first = JsonText.readObject(call("POST", "/v1/acl/bootstrap", ""));
        token = first.word("SecretID");
        agent.await(STARTS, () -> rows().stream().anyMatch(n -> n.word("Status").equals("ready")));
    }

    /**
     * Starts it and waits until its one machine is ready.
     *
     * @throws MissingProgramException when Nomad is not in {@code PATH}
     */
    public static RealNomad start(Programs programs) throws MissingProgramException, IOException {
        String where = "put the nomad program of HashiCorp into PATH; the lab does not install it";
        return new RealNomad(programs.require("nomad", where));
    }

    /** An agent that is bound to loopback has to be told what to advertise. */
    private String configuration(List<Integer> ports) {
        return """
        data_dir  = "%1$s/data"
        bind_addr = "127.0.0.1"
        name      = "onion"
        datacenter = "dathomir"
        ports {
          http = %2$d
          rpc  = %3$d
          serf = %4$d
        }
        advertise {
          http = "127.0.0.1"
          rpc  = "127.0.0.1"
          serf = "127.0.0.1"
        }
        server {
          enabled          = true
          bootstrap_expect = 1
        }
        client {
          enabled = true
        }
        acl {
          enabled = true
        }
        """
                .formatted(folder.path(), ports.get(0), ports.get(1), ports.get(2));
    }

    public URI url() {
        return url;
    }

    /** Of the kind that may do everything: the first one. */
    public String token() {
        return token;
    }

    /** The id of its one machine. */
    public String node() throws IOException {
        return rows().getFirst().word("ID");
    }

    private List<Json.Obj> rows() throws IOException {
        String said = call("GET", "/v1/nodes", token);
        Json all = said.isEmpty() ? Json.arr(List.of()) : JsonText.read(said);
        return Json.obj().with("rows", all).objects("rows");
    }

    /** The answer's text; empty while nobody answers, or not with a 200. */
    private String call(String method, String path, String as) throws IOException {
        HttpURLConnection line = (HttpURLConnection) url.resolve(path).toURL().openConnection();
        line.setRequestMethod(method);
        if (!as.isEmpty()) {
            line.setRequestProperty("X-Nomad-Token", as);
        }
        try {
            if (line.getResponseCode() != 200) {
                return "";
            }
        } catch (ConnectException notYet) {
            return "";
        }
        try (InputStream in = line.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        agent.close();
        folder.close();
    }
}
