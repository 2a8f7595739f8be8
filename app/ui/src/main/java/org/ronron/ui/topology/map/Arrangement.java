package org.ronron.ui.topology.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where zones and machines lie: zones in columns, each where the picture is shortest yet, machines
 * in each as a grid. Of all numbers of columns that one is taken which shows everything largest.
 * Immutable; pure.
 *
 * @param zones in the order of the picture
 * @param cards of each zone, in its order
 * @param head height of a zone's head
 * @param scale at which all of it fits, at most 1
 */
record Arrangement(
        List<Box> zones,
        List<List<Box>> cards,
        double head,
        double width,
        double height,
        double scale) {
    private static final int MOST_ABREAST = 16;
    private static final int MOST_COLUMNS = 24;

    /** At full size cards are about so wide where there is a choice. */
    private static final double WISHED = 212;

    private static final double HOLES = 0.6;

    /** A zone's title keeps so many units of the screen, however small the picture. */
    private static final double LEAST_HEAD = 17;

    Arrangement {
        zones = List.copyOf(zones);
        cards = List.copyOf(cards);
    }

    static final Arrangement NONE = new Arrangement(List.of(), List.of(), 0, 1, 1, 1);

    /**
     * For a view of this size in units of the screen.
     *
     * @param machines how many each zone holds
     * @param card height of a machine's card
     * @param top height of a zone's head at full size
     */
    static Arrangement of(int[] machines, double card, double top, double wide, double high) {
        if (machines.length == 0 || wide < 1 || high < 1) {
            return NONE;
        }
        Try best = best(machines, card, top, wide, high);
        if (best.scale < 1) {
            double head = Math.max(top * best.scale, LEAST_HEAD) / best.scale;
            best = best(machines, card, head, wide, high);
        }
        return best.place();
    }

    private static Try best(int[] machines, double card, double head, double wide, double high) {
        Try best = null;
        int most = Arrays.stream(machines).max().orElse(1);
        for (int abreast = 1; abreast <= Math.min(MOST_ABREAST, Math.max(1, most)); abreast++) {
            for (int columns = 1; columns <= Math.min(MOST_COLUMNS, machines.length); columns++) {
                Try next = new Try(machines, card, head, columns, abreast, wide, high);
                if (best == null || next.better(best)) {
                    best = next;
                }
            }
        }
        return java.util.Objects.requireNonNull(best);
    }

    /** One way to do it. */
    private static final class Try {
        private final int[] machines;
        private final double card;
        private final double head;
        private final int columns;
        private final int abreast;
        private final double zoneWidth;
        private final double height;
        private final double scale;

        Try(
                int[] machines,
                double card,
                double head,
                int columns,
                int abreast,
                double wide,
                double high) {
            this.machines = machines;
            this.card = card;
            this.head = head;
            this.columns = columns;
            this.abreast = abreast;
            double least =
                    2 * Size.PAD + abreast * (Size.CARD_WIDTH + Size.CARD_GAP) - Size.CARD_GAP;
            this.height = Arrays.stream(heights()).max().orElse(1);
            double across = columns * (least + Size.ZONE_GAP) - Size.ZONE_GAP;
            this.scale = Math.min(1, Math.min(wide / across, high / height));
            double stretched = (wide / scale - Size.ZONE_GAP * (columns - 1)) / columns;
            this.zoneWidth = Math.max(least, Math.floor(stretched));
        }

        /**
         * Larger is better; of equally large ones that with cards as wide as wished and no holes.
         */
        boolean better(Try other) {
            return Math.abs(scale - other.scale) > 1e-9
                    ? scale > other.scale
                    : stretch() < other.stretch() - 1e-9;
        }

        private double stretch() {
            double each = (zoneWidth - 2 * Size.PAD + Size.CARD_GAP) / abreast - Size.CARD_GAP;
            int cells = 0;
            for (int count : machines) {
                cells += Math.max(1, (count + abreast - 1) / abreast) * abreast;
            }
            double holes = 1 - Arrays.stream(machines).sum() / (double) cells;
            return Math.abs(Math.log(each / WISHED)) + HOLES * holes;
        }

        private double tall(int count) {
            int rows = Math.max(1, (count + abreast - 1) / abreast);
            return head + rows * (card + Size.CARD_GAP) - Size.CARD_GAP + Size.PAD;
        }

        private double[] heights() {
            double[] heights = new double[columns];
            for (int count : machines) {
                int column = shortest(heights);
                heights[column] += tall(count) + (heights[column] > 0 ? Size.ZONE_GAP : 0);
            }
            return heights;
        }

        Arrangement place() {
            double[] heights = new double[columns];
            List<Box> zones = new ArrayList<>();
            List<List<Box>> cards = new ArrayList<>();
            for (int count : machines) {
                int column = shortest(heights);
                double y = heights[column] + (heights[column] > 0 ? Size.ZONE_GAP : 0);
                double x = column * (zoneWidth + Size.ZONE_GAP);
                Box zone = new Box(x, y, zoneWidth, tall(count));
                zones.add(zone);
                cards.add(grid(zone, count));
                heights[column] = zone.bottom();
            }
            double width = columns * (zoneWidth + Size.ZONE_GAP) - Size.ZONE_GAP;
            return new Arrangement(zones, cards, head, width, height, scale);
        }

        private List<Box> grid(Box zone, int count) {
            double inner = zone.width() - 2 * Size.PAD + Size.CARD_GAP;
            double each = inner / abreast;
            List<Box> boxes = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                boxes.add(
                        new Box(
                                zone.x() + Size.PAD + i % abreast * each,
                                zone.y() + head + i / abreast * (card + Size.CARD_GAP),
                                each - Size.CARD_GAP,
                                card));
            }
            return boxes;
        }

        private static int shortest(double[] heights) {
            int found = 0;
            for (int i = 1; i < heights.length; i++) {
                if (heights[i] < heights[found] - 0.5) {
                    found = i;
                }
            }
            return found;
        }
    }
}
