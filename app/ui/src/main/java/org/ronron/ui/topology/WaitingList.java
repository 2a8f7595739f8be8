package org.ronron.ui.topology;

import java.util.List;
import java.util.Map;
import javafx.scene.layout.VBox;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Waiting;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.Marked;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Mark;
import org.ronron.ui.parts.Ui;

/** Work that has no place, each with why: in the words of the system that says so. */
final class WaitingList extends VBox {
    private static final int MOST = 12;

    private final Ui ui;
    private final Texts texts;

    WaitingList(Ui ui, Collective collective) {
        super(6);
        this.ui = ui;
        this.texts = ui.texts();
        setId("waiting");
        List<Waiting> waiting = collective.waiting();
        Bits.shown(this, !waiting.isEmpty());
        if (waiting.isEmpty()) {
            return;
        }
        getChildren()
                .add(Bits.line(texts.count("topology.waiting", waiting.size()), "section-title"));
        waiting.stream().limit(MOST).forEach(w -> getChildren().add(line(w)));
        int more = waiting.size() - MOST;
        if (more > 0) {
            getChildren().add(Bits.text(texts.count("topology.more", more), "note"));
        }
    }

    private VBox line(Waiting waiting) {
        String name = waiting.name().isEmpty() ? waiting.group().orElse("") : waiting.name();
        return Bits.column(
                1,
                Marked.text(texts, Mark.ATTENTION, name, "mono"),
                Bits.text(why(waiting), "note"));
    }

    private String why(Waiting waiting) {
        Map<String, String> values =
                texts.figures().lengths(waiting.details(), ui.clock().instant());
        values.putIfAbsent("subject", waiting.name());
        return texts.of(waiting.type(), "finding." + waiting.kind() + ".what", values);
    }
}
