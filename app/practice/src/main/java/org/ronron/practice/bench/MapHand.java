package org.ronron.practice.bench;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Scene;
import org.ronron.practice.bench.Stopwatch.Time;
import org.ronron.practice.clusters.Size;
import org.ronron.ui.topology.map.TopologyMap;

/** A hand on the topology's picture in the real window. */
final class MapHand {
    private static final int CLOSER = 12;

    private final Scene scene;
    private final Stopwatch watch;
    private final TopologyMap map;

    MapHand(Scene scene, Stopwatch watch) {
        this.scene = scene;
        this.watch = watch;
        this.map = watch.ask(() -> (TopologyMap) scene.lookup("#topology-map"));
    }

    Scene scene() {
        return scene;
    }

    void fit() {
        map.fit();
    }

    /**
     * One of an endless tour: in, across, out again, each time elsewhere. FX thread.
     *
     * @param number of the frame
     */
    void move(int number) {
        int part = number % 120;
        double x = map.getWidth() * (0.2 + number / 120 % 4 * 0.2);
        double y = map.getHeight() / 2;
        if (part < 40) {
            map.zoomBy(1.05, x, y);
        } else if (part < 80) {
            map.panBy(part < 60 ? 9 : -14, part % 2 == 0 ? 4 : -3);
        } else {
            map.zoomBy(1 / 1.05, x, y);
        }
    }

    /** A picture that is fast because it paints nothing is not fast. */
    Time painted(Supplier<Time> event) {
        long before = watch.ask(map::painted);
        Time time = event.get();
        if (watch.ask(map::painted) <= before) {
            throw new IllegalStateException("nothing was painted");
        }
        return time;
    }

    void check(Size size) {
        long zones =
                watch.ask(
                        () -> map.parts().stream().filter(p -> p.id().startsWith("zone-")).count());
        if (zones != size.zones()) {
            throw new IllegalStateException("the picture has " + zones + " zones, not " + size);
        }
    }

    /** Clicks on as many workloads, nearer to them so that they can be told apart. */
    List<Time> clicks(int count) {
        watch.run(
                () -> {
                    for (int i = 0; i < CLOSER; i++) {
                        map.zoomBy(1.3, map.getWidth() / 2, map.getHeight() / 2);
                    }
                });
        return new Clicks(scene, map, watch).times(count);
    }
}
