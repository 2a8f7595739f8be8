package org.ronron.practice.clusters;

import java.util.ArrayList;
import java.util.List;

/** Kinds of machines. Memory and disk in MB, weight in twelfths of all machines. */
enum Kind {
    VPS("edge", 4, 2400, 15_985, 153_600, 3),
    MINI("default", 8, 2900, 32_072, 460_800, 4),
    SERVER("default", 16, 3000, 64_216, 921_600, 3),
    STORAGE("storage", 24, 2500, 96_420, 3_686_400, 1),
    BIG("default", 32, 2800, 128_820, 1_843_200, 1);

    final String pool;
    final int cores;
    final int mhz;
    final int memory;
    final int disk;
    private final int weight;

    Kind(String pool, int cores, int mhz, int memory, int disk, int weight) {
        this.pool = pool;
        this.cores = cores;
        this.mhz = mhz;
        this.memory = memory;
        this.disk = disk;
        this.weight = weight;
    }

    int cpu() {
        return cores * mhz;
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Each as often as it weighs. */
    static Kind[] bag() {
        List<Kind> bag = new ArrayList<>();
        for (Kind kind : values()) {
            for (int i = 0; i < kind.weight; i++) {
                bag.add(kind);
            }
        }
        return bag.toArray(Kind[]::new);
    }
}
