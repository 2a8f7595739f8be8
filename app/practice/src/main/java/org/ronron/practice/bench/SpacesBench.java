package org.ronron.practice.bench;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.ronron.core.model.Heard;
import org.ronron.core.model.Space;
import org.ronron.practice.bench.Stopwatch.Time;
import org.ronron.ui.parts.FxBridge;

/**
 * Opens the page of spaces in the real window and types into its search; then the same in a plain
 * table. Blocks; not on the FX thread. Times are in ms.
 */
public final class SpacesBench {
    private static final int OPENED = 5;
    private static final int WIDTH = 1366;
    private static final int HEIGHT = 768;

    /**
     * What was measured with so many spaces.
     *
     * @param join of what the systems said into spaces
     * @param firstOpen in a window that has just been started
     * @param open with spaces that it has not seen yet; median
     * @param openWork what the FX thread did for it; median
     * @param key from a keystroke to the frame with its result; 95 of 100 are faster
     * @param keyWork what the FX thread did for it, likewise
     * @param plainOpen of the plain table; median
     * @param plainKey of the plain table, as {@code key}
     * @param plainKeyWork of the plain table, as {@code keyWork}
     */
    public record Figures(
            int spaces,
            double join,
            double firstOpen,
            double open,
            double openWork,
            double key,
            double keyWork,
            double plainOpen,
            double plainKey,
            double plainKeyWork) {}

    private final Windows windows;
    private final Stopwatch watch;

    public SpacesBench(FxBridge fx, InstantSource clock) {
        this.windows = new Windows(fx, clock);
        this.watch = new Stopwatch(fx);
    }

    public Figures measure(int count) {
        ManySpaces many = new ManySpaces(count);
        List<Heard> heard = many.heard();
        ManySpaces.join(heard);
        long begun = System.nanoTime();
        List<Space> spaces = ManySpaces.join(heard);
        double join = (System.nanoTime() - begun) / 1e6;

        StillDesk desk = new StillDesk(many.collective(spaces));
        Scene scene = windows.open(desk, WIDTH, HEIGHT);
        List<Time> opened = new ArrayList<>();
        opened.add(watch.time(scene, () -> press(scene, "rail-spaces")));
        check(scene, spaces.size());
        for (int i = 0; i < OPENED; i++) {
            watch.run(() -> press(scene, "rail-history"));
            desk.show(many.collective(new ArrayList<>(spaces)));
            watch.run(() -> {});
            opened.add(watch.time(scene, () -> press(scene, "rail-spaces")));
            check(scene, spaces.size());
        }
        TextField field = watch.ask(() -> (TextField) scene.lookup("#spaces-search"));
        List<Time> keys = type(scene, field);
        check(scene, spaces.size());
        watch.run(() -> scene.getWindow().hide());

        List<Time> plainOpened = new ArrayList<>();
        Stage stage = watch.ask(Stage::new);
        PlainTable plain = plain(stage, spaces, plainOpened);
        List<Time> plainKeys = type(plain.getScene(), plain.typed);
        watch.run(stage::hide);

        List<Time> again = opened.subList(1, opened.size());
        return new Figures(
                count,
                join,
                opened.getFirst().shown(),
                at(again, Time::shown, 0.5),
                at(again, Time::work, 0.5),
                at(keys, Time::shown, 0.95),
                at(keys, Time::work, 0.95),
                at(plainOpened, Time::shown, 0.5),
                at(plainKeys, Time::shown, 0.95),
                at(plainKeys, Time::work, 0.95));
    }

    private PlainTable plain(Stage stage, List<Space> spaces, List<Time> opened) {
        PlainTable plain = watch.ask(() -> new PlainTable(List.of()));
        Scene scene =
                watch.ask(() -> new Scene(new javafx.scene.layout.StackPane(), WIDTH, HEIGHT));
        watch.run(
                () -> {
                    stage.setScene(scene);
                    stage.show();
                });
        for (int i = 0; i <= OPENED; i++) {
            PlainTable[] made = new PlainTable[1];
            Time time =
                    watch.time(
                            scene,
                            () -> {
                                made[0] = new PlainTable(spaces);
                                scene.setRoot(made[0]);
                            });
            if (i > 0) {
                opened.add(time);
            }
            plain = made[0];
        }
        return plain;
    }

    private List<Time> type(Scene scene, TextField field) {
        watch.run(field::requestFocus);
        List<Time> times = new ArrayList<>();
        for (KeyEvent key : Typing.keys()) {
            times.add(watch.time(scene, () -> Typing.press(field, key)));
        }
        return times;
    }

    private static void press(Scene scene, String id) {
        ((Button) scene.lookup("#" + id)).fire();
    }

    /** A page that is fast because it shows something else is not fast. */
    private void check(Scene scene, int count) {
        boolean shown =
                watch.ask(
                        () ->
                                scene.lookup("#spaces-table") instanceof TableView<?> table
                                        && table.getItems().size() == count
                                        && !table.lookupAll(".table-row-cell").isEmpty());
        if (!shown) {
            throw new IllegalStateException("the page does not show " + count + " spaces");
        }
    }

    private static double at(List<Time> times, ToDoubleFunction<Time> what, double part) {
        return Part.of(times.stream().mapToDouble(what).toArray(), part);
    }
}
