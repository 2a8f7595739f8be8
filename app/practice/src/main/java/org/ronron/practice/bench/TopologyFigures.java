package org.ronron.practice.bench;

import org.ronron.practice.clusters.Size;

/**
 * What was measured of the topology with a cluster of this size. Times in ms.
 *
 * @param json MB of the answers that it was read from
 * @param firstLoad from answers in memory to the first full picture, the first time
 * @param load likewise; median
 * @param read of it, until the picture of the collective is joined; median
 * @param picture from the joined collective to pixels; median
 * @param frame of a pulse while panning and zooming, until the pixels are handed over
 * @param frameWorst likewise; 99 of 100 are faster
 * @param pulses in a second meanwhile
 * @param firstChange one workload of a hundred changes, from the joined collective to pixels; the
 *     first time
 * @param change likewise; 95 of 100 are faster
 * @param firstClick on a workload, until its lines are painted and its inspector is laid out; the
 *     first time
 * @param click likewise; 95 of 100 are faster
 */
public record TopologyFigures(
        Size size,
        double json,
        double firstLoad,
        double load,
        double read,
        double picture,
        double frame,
        double frameWorst,
        double pulses,
        double firstChange,
        double change,
        double firstClick,
        double click) {}
