package org.ronron.launcher;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.ronron.practice.bench.Goal;
import org.ronron.practice.bench.Goals;
import org.ronron.practice.bench.SpacesBench;
import org.ronron.practice.bench.SpacesBench.Figures;
import org.ronron.ui.parts.FxBridge;

/** Measures the page of spaces. */
record SpacesReport(BenchWords words, FxBridge fx, InstantSource clock) {
    private static final List<Integer> COUNTS = List.of(1_000, Goals.JUDGED, 100_000);

    List<Goal> goals() {
        SpacesBench bench = new SpacesBench(fx, clock);
        List<Figures> all = new ArrayList<>();
        for (int count : COUNTS) {
            Figures figures = bench.measure(count);
            all.add(figures);
            say(figures);
        }
        return Goals.of(all);
    }

    private void say(Figures f) {
        words.say(
                "bench.spaces",
                "spaces",
                words.count(f.spaces()),
                "join",
                words.ms(f.join()),
                "first",
                words.ms(f.firstOpen()),
                "open",
                words.ms(f.open()),
                "openWork",
                words.ms(f.openWork()),
                "openRatio",
                words.number(f.open() / f.plainOpen()),
                "key",
                words.ms(f.key()),
                "keyWork",
                words.ms(f.keyWork()),
                "keyRatio",
                words.number(f.keyWork() / f.plainKeyWork()));
    }
}
