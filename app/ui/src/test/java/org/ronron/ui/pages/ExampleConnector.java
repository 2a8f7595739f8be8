package org.ronron.ui.pages;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronron.api.Actions;
import org.ronron.api.Connector;
import org.ronron.api.Descriptor;
import org.ronron.api.Grant;
import org.ronron.api.Host;
import org.ronron.api.Inventory;
import org.ronron.api.Placement;
import org.ronron.api.Session;
import org.ronron.api.Setting;
import org.ronron.api.Setting.Kind;

/** A connector with a field of every kind; nothing is ever opened through it. */
public final class ExampleConnector implements Connector {
    static final String TYPE = "garage";

    @Override
    public Descriptor descriptor() {
        return new Descriptor(
                TYPE,
                List.of(
                        Setting.required("url", Kind.URL),
                        Setting.required("token", Kind.SECRET),
                        Setting.forWriting("writeToken", "token"),
                        Setting.preset("port", Kind.PORT, "22"),
                        Setting.choice("mode", "a", List.of("a", "b"))),
                Set.of(Inventory.class, Placement.class, Actions.class),
                Set.of(),
                "fth-database",
                List.of("2.1.0"));
    }

    @Override
    public ResourceBundle texts(Locale locale) {
        boolean fr = locale.getLanguage().equals("fr");
        Map<String, String> texts =
                Map.ofEntries(
                        Map.entry("connector.name", "Garage"),
                        Map.entry(
                                "connector.help",
                                fr
                                        ? "Un cluster Garage, lu par son API d’administration."
                                        : "A Garage cluster, read through its administration API."),
                        Map.entry("setting.url.label", fr ? "Adresse" : "Address"),
                        Map.entry(
                                "setting.url.help",
                                fr ? "Celle de l’API d’administration." : "Of the admin API."),
                        Map.entry("setting.token.label", fr ? "Jeton" : "Token"),
                        Map.entry(
                                "grant.read",
                                fr
                                        ? "Un jeton qui lit, et rien d’autre."
                                        : "A token that reads and nothing else."),
                        Map.entry(
                                "grant.write",
                                fr
                                        ? "Un jeton qui change aussi la zone d’une machine."
                                        : "A token that also changes a machine’s zone."),
                        Map.entry(
                                "setting.writeToken.label",
                                fr ? "Jeton pour écrire" : "Token for writing"),
                        Map.entry(
                                "connector.writing",
                                fr ? "changer la zone d’une machine" : "change a machine’s zone"),
                        Map.entry(
                                "action.step.apply",
                                fr ? "Appliquer le layout" : "Apply the layout"),
                        Map.entry("setting.port.label", "Port"),
                        Map.entry("setting.mode.label", "Mode"),
                        Map.entry(
                                "step.stage",
                                fr
                                        ? "Préparer le layout : {node} en zone {zone}"
                                        : "Stage the layout: {node} in zone {zone}"),
                        Map.entry(
                                "made.step.stage",
                                fr
                                        ? "Le serveur : {copies} copies, {usableSize}"
                                        : "The server: {copies} copies, {usableSize}"),
                        Map.entry(
                                "step.apply",
                                fr
                                        ? "Appliquer le layout, version {version}"
                                        : "Apply the layout, version {version}"),
                        Map.entry(
                                "step.sync",
                                fr
                                        ? "Attendre la copie des partitions et la file de chaque"
                                                + " machine vide"
                                        : "Wait until the partitions are copied and each queue is"
                                                + " empty"),
                        Map.entry(
                                "step.carry",
                                fr
                                        ? "Éteindre, porter, rebrancher {node}. Ronron attend de"
                                                + " revoir la machine"
                                        : "Switch {node} off, carry it, plug it in. Ronron waits to"
                                                + " see it again"),
                        Map.entry(
                                "step.config",
                                fr
                                        ? "Poser la modification dans le dépôt NixOS"
                                        : "Put the change into the NixOS repository"),
                        Map.entry(
                                "forecast.uneven",
                                fr
                                        ? "la zone {zone} devient la plus petite"
                                        : "zone {zone} becomes the smallest"));
        return new ResourceBundle() {
            @Override
            protected @Nullable Object handleGetObject(String key) {
                return texts.get(key);
            }

            @Override
            public Enumeration<String> getKeys() {
                return Collections.enumeration(texts.keySet());
            }
        };
    }

    @Override
    public List<Grant> grants() {
        return List.of(
                new Grant(
                        Grant.Purpose.READ,
                        "read",
                        "garage admin-token create --scope GetClusterStatus,GetClusterLayout"
                                + " ronron-read"),
                new Grant(
                        Grant.Purpose.WRITE,
                        "write",
                        "garage admin-token create --scope GetClusterStatus,UpdateClusterLayout"
                                + " ronron-write"));
    }

    @Override
    public Session open(Host host) {
        throw new UnsupportedOperationException("a page never opens a session");
    }
}
