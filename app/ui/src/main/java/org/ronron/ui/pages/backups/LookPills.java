package org.ronron.ui.pages.backups;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.ronron.resources.Texts;

/** All, or only what somebody should look at, with how many there are. */
final class LookPills extends HBox {
    private final Texts texts;
    private final ToggleGroup group = new ToggleGroup();
    private final ToggleButton all;
    private final ToggleButton look;

    LookPills(Texts texts, Runnable changed) {
        super(6);
        this.texts = texts;
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        all = pill("backups-all", changed);
        look = pill("backups-look", changed);
        all.setSelected(true);
        getChildren().addAll(all, look);
    }

    private ToggleButton pill(String id, Runnable changed) {
        ToggleButton pill = new ToggleButton();
        pill.setId(id);
        pill.setMinWidth(USE_PREF_SIZE);
        pill.getStyleClass().add("pill");
        pill.setToggleGroup(group);
        pill.setOnAction(
                e -> {
                    pill.setSelected(true); // a second click does not leave none chosen
                    changed.run();
                });
        return pill;
    }

    boolean worstOnly() {
        return look.isSelected();
    }

    void count(List<BackupLine> lines) {
        long bad = lines.stream().filter(BackupLine::needsALook).count();
        all.setText(texts.get("backups.filter.all", "n", texts.figures().whole(lines.size())));
        look.setText(texts.get("backups.filter.look", "n", texts.figures().whole(bad)));
    }
}
