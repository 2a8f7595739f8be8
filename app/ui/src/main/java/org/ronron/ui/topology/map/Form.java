package org.ronron.ui.topology.map;

/**
 * How one card divides the pixels that it has. Everything follows from its size without a step:
 * what has no room any more fades before it goes. The disk goes first, then the labels, then the
 * bars become thin; the name goes last.
 *
 * @param name size of its letters in pixels
 * @param nameAlpha 0 where there is no room for a name
 * @param labelAlpha of the bars' labels
 */
record Form(
        int pad,
        int radius,
        int name,
        int nameHeight,
        int nameAlpha,
        int labelAlpha,
        int memoryTop,
        int memoryHeight,
        int cpuTop,
        int cpuHeight,
        int diskTop,
        int diskHeight) {
    private static final double NAME = 12;
    private static final double LINE = 1.5;
    private static final double BAR = 13;
    private static final double GAP = 4;
    private static final double DISK_BAR = 6;
    private static final int LABELLED = 8;
    private static final int SOLID = 255;

    /**
     * @param height of the card in pixels
     * @param pixels to a unit of the picture
     * @param unit pixels to a unit of the screen
     */
    static Form of(int height, double pixels, double unit, boolean disk) {
        int pad = (int) Math.round(Math.clamp(8 * pixels, unit, 9 * unit));
        int inner = Math.max(1, height - 2 * pad);
        int name = Writing.size(NAME * pixels / unit, unit);
        double thinnest = 3 * unit;
        double nameRoom = inner - thinnest;
        int nameAlpha = fade(nameRoom, name * 0.85, name * 1.05);
        int nameHeight = nameAlpha == 0 ? 0 : (int) Math.min(nameRoom, Math.round(name * LINE));
        double rest = inner - nameHeight;
        double full = 2 * (BAR + GAP) + (disk ? DISK_BAR + GAP : 0);
        double part = rest / full;
        double diskShare = disk ? Math.clamp((DISK_BAR * part - unit) / unit, 0, 1) : 0;
        full = 2 * BAR + (nameHeight > 0 ? 2 : 1) * GAP + (DISK_BAR + GAP) * diskShare;
        part = rest / full;
        double gap = Math.min(GAP * part, GAP * unit * 1.6);
        double spare = GAP * part - gap;
        int bar = (int) Math.max(1, Math.round(BAR * part + spare));
        int gapPixels = (int) Math.max(part * GAP >= 0.5 ? 1 : 0, Math.round(gap));
        int memoryTop = pad + nameHeight + (nameHeight > 0 ? gapPixels : 0);
        int cpuTop = memoryTop + bar + gapPixels;
        int cpuHeight = Math.max(1, Math.min(bar, height - pad - cpuTop));
        int diskTop = cpuTop + bar + gapPixels;
        int diskHeight =
                (int)
                        Math.max(
                                0,
                                Math.min(
                                        Math.round(DISK_BAR * part * diskShare),
                                        height - pad - diskTop));
        int labelAlpha = fade(bar, LABELLED * unit, (LABELLED + 2) * unit);
        return new Form(
                pad,
                (int) Math.round(Math.min(6 * unit, height * 0.12)),
                name,
                nameHeight,
                nameAlpha,
                labelAlpha,
                memoryTop,
                bar,
                cpuTop,
                cpuHeight,
                diskTop,
                diskHeight);
    }

    /** From nothing to all between two amounts of room. */
    static int fade(double room, double none, double all) {
        return (int)
                Math.round(SOLID * Math.clamp((room - none) / Math.max(1e-6, all - none), 0, 1));
    }
}
