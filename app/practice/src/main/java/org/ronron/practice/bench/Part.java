package org.ronron.practice.bench;

import java.util.Arrays;
import java.util.List;

/** The time that so many of all are faster than. */
final class Part {
    private Part() {}

    /**
     * @param part from 0 to 1: 0.5 is the median
     */
    static double of(double[] times, double part) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
    }

    static double of(List<Double> times, double part) {
        return of(times.stream().mapToDouble(Double::doubleValue).toArray(), part);
    }
}
