package org.ronron.practice.collective;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.ronron.api.Json;
import org.ronron.core.desk.Desk;
import org.ronron.core.desk.EndpointDraft;
import org.ronron.core.model.Edits;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Trust;
import org.ronron.core.port.Workspace;

/**
 * How a desk is connected to the practice servers; as data, so that the program that plays on them
 * can be another one than the one that runs them.
 *
 * @param garage settings of the Garage connection
 * @param token its token; it opens nothing but a server that ends with the practice
 * @param garageSoftware what the Garage is, to say in the tour
 */
public record PracticePlan(
        Map<String, String> garage,
        String token,
        List<Machine> machines,
        String garageSoftware,
        String sshSoftware) {
    /** A machine's SSH connection, and its key as its owner would read it out. */
    public record Machine(String name, Map<String, String> settings, String fingerprint) {
        private String at(String setting) {
            return settings.getOrDefault(setting, "");
        }
    }

    public PracticePlan {
        garage = Map.copyOf(garage);
        machines = List.copyOf(machines);
    }

    /**
     * Makes the collective and its connections. The first machine's key is left to be asked for;
     * those of the others are trusted already, as a colleague would have done. That the machines
     * stand in homes is our own word: this computer may be a virtual one.
     */
    public CompletableFuture<Void> furnish(
            Desk desk, Trust trust, Workspace workspace, String collective, long now)
            throws StorageException {
        for (Machine machine : machines.subList(1, machines.size())) {
            trust.accept(
                    new Trust.TrustedKey(
                            "ssh://" + machine.at("host") + ":" + machine.at("port"),
                            "ssh-ed25519",
                            machine.fingerprint(),
                            now,
                            "Ronron"));
        }
        CompletableFuture<Void> made =
                desk.create(collective, "practice").thenCompose(none -> homes(desk, workspace));
        for (EndpointDraft draft : drafts()) {
            made = made.thenCompose(none -> desk.add(draft));
        }
        return made;
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

    private List<EndpointDraft> drafts() {
        List<EndpointDraft> drafts = new ArrayList<>();
        drafts.add(
                new EndpointDraft(
                        "garage",
                        "Garage",
                        garage,
                        Map.of(PracticeServers.TOKEN, token.toCharArray())));
        for (Machine machine : machines) {
            drafts.add(new EndpointDraft("linux", machine.name(), machine.settings(), Map.of()));
        }
        return drafts;
    }

    /** As one line of JSON, without the token. */
    public Json.Obj toJson() {
        return Json.obj()
                .with("garage", texts(garage))
                .with("garageSoftware", garageSoftware)
                .with("sshSoftware", sshSoftware)
                .with(
                        "machines",
                        Json.arr(
                                machines.stream()
                                        .map(
                                                m ->
                                                        Json.obj()
                                                                .with("name", m.name())
                                                                .with(
                                                                        "settings",
                                                                        texts(m.settings()))
                                                                .with(
                                                                        "fingerprint",
                                                                        m.fingerprint()))
                                        .toList()));
    }

    /** Reads what {@link #toJson} wrote. */
    public static PracticePlan fromJson(Json.Obj json, String token) {
        return new PracticePlan(
                map(json.object("garage")),
                token,
                json.objects("machines").stream()
                        .map(
                                m ->
                                        new Machine(
                                                m.text("name").orElse(""),
                                                map(m.object("settings")),
                                                m.text("fingerprint").orElse("")))
                        .toList(),
                json.text("garageSoftware").orElse(""),
                json.text("sshSoftware").orElse(""));
    }

    private static Json.Obj texts(Map<String, String> map) {
        Json.Obj json = Json.obj();
        for (var entry : new TreeMap<>(map).entrySet()) {
            json = json.with(entry.getKey(), entry.getValue());
        }
        return json;
    }

    private static Map<String, String> map(Json.Obj json) {
        Map<String, String> map = new HashMap<>();
        json.members().keySet().forEach(key -> map.put(key, json.text(key).orElse("")));
        return map;
    }
}
