package org.ronron.ui.topology.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** How a card gives up what it shows, as it becomes smaller. */
class FormTest {
    private static final double CARD = Size.CARD_HEIGHT + Size.DISK;

    private static Form at(double scale) {
        return Form.of((int) Math.round(CARD * scale), scale, 1, true);
    }

    @Test
    void atFullSizeAllOfItIsThere() {
        Form full = at(1);
        assertEquals(255, full.nameAlpha());
        assertEquals(255, full.labelAlpha());
        assertTrue(full.diskHeight() >= 5);
        assertTrue(full.memoryHeight() >= 11);
    }

    @Test
    void theDiskGoesFirstThenLabelsThenTheNameAndBarsAlwaysStay() {
        double disk = gone(f -> f.diskHeight() == 0);
        double labels = gone(f -> f.labelAlpha() == 0);
        double name = gone(f -> f.nameAlpha() == 0);
        assertTrue(labels > name, labels + " " + name);
        assertTrue(disk > name, disk + " " + name);
        for (double scale = 2; scale > 0.04; scale -= 0.01) {
            assertTrue(at(scale).memoryHeight() >= 1, "bars at " + scale);
            assertTrue(at(scale).cpuHeight() >= 1, "bars at " + scale);
        }
    }

    private interface Gone {
        boolean is(Form form);
    }

    /** The scale below which it is not there any more. */
    private static double gone(Gone gone) {
        double scale = 1;
        while (!gone.is(at(scale))) {
            scale -= 0.002;
        }
        return scale;
    }

    /** No hard switch: a hundredth nearer or farther never takes away what was fully there. */
    @Test
    void whatGoesFadesBeforeItIsGone() {
        for (double scale = 1.5; scale > 0.1; scale *= 0.99) {
            Form near = at(scale);
            Form far = at(scale * 0.99);
            assertTrue(near.nameAlpha() - far.nameAlpha() < 255, "name at " + scale);
            assertTrue(near.diskHeight() - far.diskHeight() <= 2, "disk at " + scale);
        }
    }

    @Test
    void nothingLiesOverSomethingElse() {
        for (double scale = 3; scale > 0.08; scale *= 0.97) {
            Form form = at(scale);
            assertTrue(form.memoryTop() >= form.pad() + form.nameHeight(), "at " + scale);
            assertTrue(form.cpuTop() >= form.memoryTop() + form.memoryHeight(), "at " + scale);
            if (form.diskHeight() > 0) {
                assertTrue(form.diskTop() >= form.cpuTop() + form.cpuHeight(), "at " + scale);
                assertTrue(
                        form.diskTop() + form.diskHeight() <= Math.round(CARD * scale),
                        "at " + scale);
            }
        }
    }
}
