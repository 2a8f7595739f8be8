package org.ronron.practice.garage;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.ronron.practice.process.Launch;
import org.ronron.practice.process.Ports;
import org.ronron.practice.process.Running;

/** One daemon of a real cluster: its folder, its configuration, its command. */
final class GarageNode {
    static final int S3 = 3900;
    static final int RPC = 3901;
    static final int ADMIN = 3903;
    private final Path binary;
    private final PracticeNode node;
    private final String address;
    private final Path folder;
    private final List<String> named;

    /**
     * @param named what makes the daemon announce its own host name, or nothing
     */
    GarageNode(Path binary, PracticeNode node, String address, Path folder, List<String> named) {
        this.binary = binary;
        this.node = node;
        this.address = address;
        this.folder = folder;
        this.named = List.copyOf(named);
    }

    String address() {
        return address;
    }

    URI admin() {
        return URI.create("http://" + address + ":" + ADMIN);
    }

    String peer() {
        return node.id() + "@" + address + ":" + RPC;
    }

    boolean listens() {
        return Ports.answers(address, RPC) && Ports.answers(address, ADMIN);
    }

    /** Writes keys and configuration; keys that are there are kept. */
    void prepare(String bootstrap, String token) throws IOException {
        NodeKey key = NodeKey.of(node.name());
        Path meta = Files.createDirectories(folder.resolve("meta"));
        Files.createDirectories(folder.resolve("data"));
        Path secret = meta.resolve("node_key");
        Files.write(meta.resolve("node_key.pub"), key.open());
        Files.write(secret, key.file());
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(folder.resolve("garage.toml"), configuration(bootstrap, token));
    }

    Running start() throws IOException {
        List<String> command = new ArrayList<>(named);
        if (!named.isEmpty()) {
            command.addAll(List.of("sh", "-c", "hostname \"$1\"; shift; exec \"$@\"", "sh"));
            command.add(node.name());
        }
        command.addAll(
                List.of(binary.toString(), "-c", folder.resolve("garage.toml") + "", "server"));
        return Running.start(
                Launch.of("garage-" + node.name(), folder, command.toArray(String[]::new))
                        .with("RUST_LOG", "garage=info")
                        .with("TOKIO_WORKER_THREADS", "2"));
    }

    /** As the configuration reference of Garage 2.5.0 has it. */
    private String configuration(String bootstrap, String token) {
        return """
        metadata_dir = "%2$s/meta"
        data_dir = "%2$s/data"
        db_engine = "lmdb"
        lmdb_map_size = "1G"
        replication_factor = 3
        metadata_fsync = false
        disable_scrub = true
        rpc_bind_addr = "%1$s:3901"
        rpc_public_addr = "%1$s:3901"
        rpc_bind_outgoing = true
        rpc_secret = "%3$s"
        bootstrap_peers = [ "%4$s" ]
        [s3_api]
        s3_region = "garage"
        api_bind_addr = "%1$s:3900"
        root_domain = ".s3.practice.test"
        [s3_web]
        bind_addr = "%1$s:3902"
        root_domain = ".web.practice.test"
        [admin]
        api_bind_addr = "%1$s:3903"
        admin_token = "%5$s"
        """
                .formatted(
                        address,
                        folder,
                        HexFormat.of().formatHex(NodeKey.sha256("ronron-lab")),
                        bootstrap,
                        token);
    }
}
