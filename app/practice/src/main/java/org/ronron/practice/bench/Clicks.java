package org.ronron.practice.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.ronron.practice.bench.Stopwatch.Time;
import org.ronron.ui.topology.map.Hit;
import org.ronron.ui.topology.map.TopologyMap;

/** Clicks on workloads in the picture, another one each time, and sees that it was understood. */
final class Clicks {
    /** Pixels between the places where a workload is looked for. */
    private static final int APART = 7;

    private final Scene scene;
    private final TopologyMap map;
    private final Stopwatch watch;
    private final Set<String> clicked = new HashSet<>();

    Clicks(Scene scene, TopologyMap map, Stopwatch watch) {
        this.scene = scene;
        this.map = map;
        this.watch = watch;
    }

    /** The first one, which opens the inspector's side of the page, is not among them. */
    List<Time> times(int count) {
        List<Time> times = new ArrayList<>();
        for (int i = 0; i <= count; i++) {
            times.add(click());
        }
        return times.subList(1, times.size());
    }

    private Time click() {
        Place place =
                watch.ask(this::next)
                        .orElseThrow(() -> new IllegalStateException("no workload is in view"));
        long before = watch.ask(map::painted);
        Time time = watch.time(scene, () -> press(place));
        boolean shown = watch.ask(() -> scene.lookup("#inspector-workload") != null);
        if (!shown || watch.ask(map::painted) <= before) {
            throw new IllegalStateException("a click on a workload shows nothing of it");
        }
        return time;
    }

    private record Place(double x, double y) {}

    /** A workload in view that was not clicked yet; from the beginning once all were. */
    private Optional<Place> next() {
        boolean any = false;
        for (double y = 1; y < map.getHeight(); y += APART) {
            for (double x = 1; x < map.getWidth(); x += APART) {
                Hit hit = map.at(x, y);
                any |= !hit.workload().isEmpty();
                if (!hit.workload().isEmpty() && clicked.add(hit.workload())) {
                    return Optional.of(new Place(x, y));
                }
            }
        }
        clicked.clear();
        return any ? next() : Optional.empty();
    }

    private void press(Place at) {
        Event.fireEvent(map, event(MouseEvent.MOUSE_PRESSED, at));
        Event.fireEvent(map, event(MouseEvent.MOUSE_RELEASED, at));
    }

    private MouseEvent event(EventType<MouseEvent> type, Place place) {
        Point2D at = map.localToScene(place.x(), place.y());
        boolean down = type.equals(MouseEvent.MOUSE_PRESSED);
        return new MouseEvent(
                type,
                at.getX(),
                at.getY(),
                at.getX(),
                at.getY(),
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                down,
                false,
                false,
                true,
                false,
                true,
                null);
    }
}
