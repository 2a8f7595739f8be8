package org.ronron.practice.collective;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.ronron.core.desk.Desk;
import org.ronron.core.desk.EndpointDraft;
import org.ronron.core.model.Edits;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Trust;
import org.ronron.core.port.Workspace;

/**
 * How a desk is connected to the practice servers; as data, so that the program that plays on them
 * can be another one than the one that runs them. {@link PracticePlanJson} writes it down.
 *
 * @param systems the clusters' connections
 * @param secrets what these need, by {@link #secret}; they open nothing but servers that end with
 *     the practice
 * @param machines their SSH connections
 * @param trusted SSH host keys that a colleague has accepted already
 * @param software what each kind of server is, to say in the tour
 */
public record PracticePlan(
        List<Link> systems,
        Map<String, String> secrets,
        List<Machine> machines,
        Map<String, String> software,
        List<Key> trusted) {
    /** A machine's host key, and where it is met. */
    public record Key(String address, String fingerprint) {}

    /** A connection to one system. */
    public record Link(String type, String name, Map<String, String> settings) {
        public Link {
            settings = Map.copyOf(settings);
        }
    }

    /** A machine's SSH connection, and its key as its owner would read it out. */
    public record Machine(String name, Map<String, String> settings, String fingerprint) {
        public Machine {
            settings = Map.copyOf(settings);
        }

        /** Its key where it is met. */
        public Key key() {
            return new Key("ssh://" + at("host") + ":" + at("port"), fingerprint);
        }

        private String at(String setting) {
            return settings.getOrDefault(setting, "");
        }
    }

    public PracticePlan {
        systems = List.copyOf(systems);
        secrets = Map.copyOf(secrets);
        machines = List.copyOf(machines);
        software = Map.copyOf(software);
        trusted = List.copyOf(trusted);
    }

    /** What {@link #secrets} calls the secret of this setting of this connection. */
    public static String secret(String connection, String setting) {
        return connection + "/" + setting;
    }

    /** What stands for this kind of server, in words. */
    public String software(String kind) {
        return software.getOrDefault(kind, "");
    }

    /**
     * Makes the collective and its connections. Keys that are not among the trusted ones are left
     * to be asked for, as are certificates. That the machines stand in homes is our own word: this
     * computer may be a virtual one.
     */
    public CompletableFuture<Void> furnish(
            Desk desk, Trust trust, Workspace workspace, String collective, long now)
            throws StorageException {
        trust(trust, now);
        CompletableFuture<Void> made =
                desk.create(collective, "practice").thenCompose(none -> homes(desk, workspace));
        for (EndpointDraft draft : drafts()) {
            made = made.thenCompose(none -> desk.add(draft));
        }
        return made;
    }

    /** Accepts the keys that a colleague has accepted. */
    public void trust(Trust trust, long now) throws StorageException {
        for (Key key : trusted) {
            trust.accept(
                    new Trust.TrustedKey(
                            key.address(), "ssh-ed25519", key.fingerprint(), now, "Ronron"));
        }
    }

    private CompletableFuture<Void> homes(Desk desk, Workspace workspace) {
        String id = desk.state().collective().orElseThrow().id();
        try {
            for (Machine machine : machines) {
                workspace.saveEdit(
                        Edits.machineKind(id, "n:" + machine.name(), "home"), Optional.empty());
            }
        } catch (StorageException e) {
            return CompletableFuture.failedFuture(e);
        }
        return desk.open(id);
    }

    /** Its connections, with their secrets. */
    public List<EndpointDraft> drafts() {
        List<EndpointDraft> drafts = new ArrayList<>();
        for (Link link : systems) {
            drafts.add(new EndpointDraft(link.type(), link.name(), link.settings(), of(link)));
        }
        for (Machine machine : machines) {
            drafts.add(new EndpointDraft("linux", machine.name(), machine.settings(), Map.of()));
        }
        return drafts;
    }

    private Map<String, char[]> of(Link link) {
        Map<String, char[]> own = new HashMap<>();
        String before = secret(link.name(), "");
        secrets.forEach(
                (name, value) -> {
                    if (name.startsWith(before)) {
                        own.put(name.substring(before.length()), value.toCharArray());
                    }
                });
        return own;
    }
}
