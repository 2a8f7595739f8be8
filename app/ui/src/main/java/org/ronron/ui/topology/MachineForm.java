package org.ronron.ui.topology;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.ronron.core.desk.Desk;
import org.ronron.core.model.Node;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.KeyValues;
import org.ronron.ui.parts.Ui;

/** Our own word on a machine: where it stands, what it is, who writes its configuration. */
final class MachineForm extends VBox {
    private static final List<String> KINDS = List.of("", "home", "rented", "vm", "region");
    private static final List<String> OWNERS = List.of("", "salt", "nixos", "other");

    private final Ui ui;
    private final Node node;
    private final TextField zone = new TextField();
    private final ComboBox<String> kind;
    private final ComboBox<String> owner;

    MachineForm(Ui ui, Node node) {
        super(12);
        this.ui = ui;
        this.node = node;
        Texts texts = ui.texts();
        getStyleClass().addAll("card", "dialog");
        kind = choice(KINDS, "topology.kind.", texts);
        kind.setId("machine-kind");
        kind.setValue("");
        owner = choice(OWNERS, "topology.owner.", texts);
        owner.setId("machine-owner");
        owner.setValue(node.owner());
        zone.setId("machine-zone");
        zone.setText(node.zone());
        KeyValues rows = new KeyValues(130);
        if (node.zone().isEmpty() || node.zoneByHand()) {
            rows.add(texts.get("topology.fact.zone"), zone);
        }
        rows.add(texts.get("topology.fact.machine"), kind);
        rows.add(texts.get("topology.fact.owner"), owner);
        getChildren()
                .addAll(
                        Bits.text(
                                texts.get("topology.machine.of", "name", node.name()),
                                "card-title"),
                        Bits.text(texts.get("topology.machine.why"), "secondary"),
                        rows,
                        Bits.row(
                                8,
                                Bits.spring(),
                                Bits.button(
                                        texts.get("topology.giveUp"), ui.navigator()::closeOverlay),
                                Bits.button(texts.get("topology.keep"), this::keep, "accent")));
    }

    private void keep() {
        Desk desk = ui.desk();
        ui.navigator().closeOverlay();
        String place = zone.getText().strip();
        if (!place.equals(node.zone())) {
            Asking.run(ui, desk.setZoneByHand(node.id(), place), () -> {});
        }
        if (!kind.getValue().isEmpty()) {
            Asking.run(ui, desk.setMachineKind(node.id(), kind.getValue()), () -> {});
        }
        if (!owner.getValue().equals(node.owner())) {
            Asking.run(ui, desk.setOwner(node.id(), owner.getValue()), () -> {});
        }
    }

    private static ComboBox<String> choice(List<String> values, String keys, Texts texts) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(values);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable String value) {
                        return value == null || value.isEmpty()
                                ? texts.get(keys + "none")
                                : texts.get(keys + value);
                    }

                    @Override
                    public String fromString(String text) {
                        return text;
                    }
                });
        return box;
    }
}
