package org.ronron.ui.pages.backups;

import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.ronron.api.BackupFact.Point;
import org.ronron.core.model.Backup;
import org.ronron.core.plan.RestorePoint;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.BackupPlans;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.KeyValues;
import org.ronron.ui.parts.Ui;

/** Asks where one point shall be restored to: never over the original. */
final class RestoreCard extends VBox {
    private static final double KEYS = 96;

    private final Texts texts;
    private final Backup backup;
    private final TextField place = new TextField();
    private final Label note = Bits.text("", "note");
    private final Button go;

    RestoreCard(Ui ui, BackupWords words, Backup backup, Point point) {
        super(12);
        this.texts = ui.texts();
        this.backup = backup;
        getStyleClass().addAll("card", "dialog");
        setId("restore-card");
        place.setId("restore-place");
        place.setPromptText(texts.get("backups.restore.prompt"));
        place.textProperty().addListener((of, was, now) -> judge());
        go =
                Bits.button(
                        texts.get("backups.readPlan"),
                        () ->
                                BackupPlans.ask(
                                        ui,
                                        new RestorePoint(
                                                backup.endpointId(),
                                                backup.fact().key(),
                                                point.key(),
                                                place.getText().strip())),
                        "accent");
        go.setId("restore-go");
        go.setDefaultButton(true);
        KeyValues rows = new KeyValues(KEYS);
        rows.add(texts.get("backups.restore.point"), words.when(point.at()));
        rows.add(texts.get("backups.restore.name"), Bits.text(point.key(), "mono"));
        if (point.bytes().isPresent()) {
            rows.add(
                    texts.get("backups.restore.size"),
                    texts.figures().bytes(point.bytes().getAsLong()));
        }
        String on = backup.endpointName();
        rows.add(texts.get("backups.restore.on"), Bits.text(on, "mono"));
        rows.add(texts.get("backups.restore.place"), place);
        getChildren()
                .addAll(
                        Bits.text(texts.get("backups.restore.title"), "card-title"),
                        Bits.text(texts.get("backups.restore.why"), "secondary"),
                        rows,
                        note,
                        Bits.row(
                                8,
                                Bits.spring(),
                                Bits.button(texts.get("cancel"), ui.navigator()::closeOverlay),
                                go));
        judge();
    }

    private void judge() {
        RestorePath.Wrong wrong = RestorePath.judge(place.getText(), backup.fact().saves());
        boolean loud = wrong != RestorePath.Wrong.NOTHING && wrong != RestorePath.Wrong.EMPTY;
        place.getStyleClass().remove("wrong");
        note.getStyleClass().remove("state-bad");
        if (loud) {
            place.getStyleClass().add("wrong");
            note.getStyleClass().add("state-bad");
        }
        String key = wrong.name().toLowerCase(Locale.ROOT).replace('_', '-');
        note.setText(texts.get("backups.restore.note." + key));
        go.setDisable(wrong != RestorePath.Wrong.NOTHING);
    }
}
