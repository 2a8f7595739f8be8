package org.ronron.ui.pages.requests;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.layout.VBox;
import org.ronron.core.engine.OperationView;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Request;
import org.ronron.core.model.Room;
import org.ronron.core.plan.Blueprint;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.Marked;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Mark;

/** What would be made, how long it took last time, and how much room is left. */
final class ForecastView extends VBox {
    /** Fewer left than these, and somebody should think of more room. */
    private static final long FEW = 10;

    private final Texts texts;

    ForecastView(Texts texts) {
        super(6);
        this.texts = texts;
        setId("decide-forecast");
    }

    void show(
            Collective now,
            Request request,
            Blueprint blueprint,
            Map<String, String> options,
            List<OperationView> operations) {
        List<String> steps = Making.steps(now, request, blueprint, options);
        String title = texts.count("requests.steps", steps.size());
        Optional<Duration> last = Making.lastTime(operations, blueprint.id());
        getChildren()
                .setAll(Bits.text(title, "section-title"), Bits.text(systems(steps), "secondary"));
        last.ifPresent(
                time ->
                        getChildren()
                                .add(
                                        Bits.text(
                                                texts.get(
                                                        "requests.lastTime",
                                                        "time",
                                                        texts.figures().length(time)),
                                                "secondary")));
        bytes(blueprint, options).flatMap(b -> Room.of(now, b)).ifPresent(this::room);
    }

    private String systems(List<String> steps) {
        return String.join(
                " · ",
                new LinkedHashSet<>(steps).stream().map(type -> system(texts, type)).toList());
    }

    /** A kind of system by the name that its connector gives it. */
    static String system(Texts texts, String type) {
        return texts.find(type, "connector.name")
                .orElse(type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1));
    }

    private static Optional<Long> bytes(Blueprint blueprint, Map<String, String> options) {
        return blueprint.options().stream()
                .filter(o -> o.kind() == Blueprint.Option.Kind.BYTES)
                .map(o -> OptionWords.bytes(options.getOrDefault(o.key(), o.preset())))
                .findFirst();
    }

    private void room(Room room) {
        Mark mark = Mark.FINE;
        if (room.spaces() < FEW) {
            mark = room.spaces() == 0 ? Mark.WRONG : Mark.ATTENTION;
        }
        VBox words =
                Bits.column(
                        2,
                        Marked.text(
                                texts,
                                mark,
                                texts.count("requests.room", room.spaces()),
                                "small-words"),
                        Bits.text(
                                texts.get(
                                        "requests.room.where",
                                        "cluster",
                                        Clean.line(room.cluster(), 40),
                                        "free",
                                        texts.figures().bytes(room.freeBytes())),
                                "secondary"));
        words.setId("decide-room");
        words.getStyleClass().add("decide-room");
        getChildren().add(words);
    }
}
