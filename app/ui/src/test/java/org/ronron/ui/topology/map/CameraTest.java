package org.ronron.ui.topology.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CameraTest {
    private static final Arrangement MANY =
            Arrangement.of(new int[] {40, 40, 40, 40}, Size.CARD_HEIGHT, Size.HEAD, 870, 620);
    private static final Viewport ALL = Camera.fit(MANY, 870, 620, 1);

    @Test
    void whatLiesUnderThePointerStaysThere() {
        Viewport near = Camera.zoom(ALL, MANY, 2, 300, 200);
        assertEquals(ALL.toPictureX(300), near.toPictureX(300), 1e-6);
        assertEquals(ALL.toPictureY(200), near.toPictureY(200), 1e-6);
        assertEquals(ALL.scale() * 2, near.scale(), 1e-9);
    }

    @Test
    void zoomingHasTwoEnds() {
        assertEquals(3, Camera.zoom(ALL, MANY, 1e6, 0, 0).scale());
        assertEquals(ALL.scale() / 2, Camera.zoom(ALL, MANY, 1e-6, 0, 0).scale(), 1e-9);
    }

    @Test
    void thePictureCannotBePushedOutOfSight() {
        Viewport gone = Camera.held(ALL.moved(100_000, -100_000), MANY);
        boolean seen = MANY.zones().stream().anyMatch(gone::sees);
        assertTrue(seen, gone.toString());
    }

    @Test
    void aMachineIsBroughtIntoViewByTheShortestWay() {
        Viewport near = Camera.zoom(ALL, MANY, 3, 0, 0);
        Box last = MANY.cards().get(3).getLast();
        Viewport there = Camera.reveal(near, last, 12);
        assertTrue(last.right() * there.scale() + there.x() <= 870);
        assertTrue(last.bottom() * there.scale() + there.y() <= 620);
        assertEquals(there, Camera.reveal(there, last, 12), "once in view nothing moves");
    }
}
