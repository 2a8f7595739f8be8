package org.ronron.ui.topology.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrangementTest {
    private static Arrangement of(int... machines) {
        return Arrangement.of(machines, Size.CARD_HEIGHT, Size.HEAD, 870, 620);
    }

    private static boolean apart(Box a, Box b) {
        return a.right() <= b.x() + 1e-6
                || b.right() <= a.x() + 1e-6
                || a.bottom() <= b.y() + 1e-6
                || b.bottom() <= a.y() + 1e-6;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 11, 50, 200, 1000})
    void everyMachineHasAPlaceOfItsOwnInItsZoneAndAllFits(int machines) {
        int zones = Math.clamp(machines / 10, 1, 20);
        int[] each = IntStream.range(0, zones).map(z -> machines / zones + z % 3).toArray();
        Arrangement found = of(each);
        assertEquals(Arrays.stream(each).sum(), found.cards().stream().mapToInt(List::size).sum());
        for (int z = 0; z < zones; z++) {
            Box zone = found.zones().get(z);
            for (Box card : found.cards().get(z)) {
                assertTrue(card.x() >= zone.x() && card.right() <= zone.right() + 1e-6);
                assertTrue(card.y() >= zone.y() + found.head() - 1e-6);
                assertTrue(card.bottom() <= zone.bottom() + 1e-6);
            }
            List<Box> cards = found.cards().get(z);
            for (int c = 1; c < cards.size(); c++) {
                assertTrue(apart(cards.get(c - 1), cards.get(c)));
            }
            for (int other = z + 1; other < zones; other++) {
                assertTrue(apart(zone, found.zones().get(other)));
            }
        }
        assertTrue(found.width() * found.scale() <= 870 + 1);
        assertTrue(found.height() * found.scale() <= 620 + 1);
    }

    @Test
    void fewMachinesStandAtFullSize() {
        assertEquals(1.0, of(2, 3, 1, 2, 2).scale());
    }

    /** The drawing has zones of two or three machines as columns of one machine each. */
    @Test
    void machinesOfASmallZoneStandOneBelowTheOther() {
        Arrangement found = of(2, 3, 1, 2, 2);
        List<Box> three = found.cards().get(1);
        assertEquals(three.get(0).x(), three.get(1).x());
        assertTrue(three.get(1).y() > three.get(0).y());
    }

    @Test
    void aTitleKeepsItsRoomHoweverSmallThePicture() {
        Arrangement many = of(IntStream.range(0, 20).map(z -> 50).toArray());
        assertTrue(many.scale() < 0.5);
        assertTrue(many.head() * many.scale() >= 15, "" + many.head() * many.scale());
    }

    @Test
    void aZoneWithNothingInItHasRoomToSaySo() {
        Arrangement found = of(0, 4);
        assertTrue(found.zones().getFirst().height() > found.head() + 20);
        assertFalse(found.zones().isEmpty());
    }

    @Test
    void nothingAndNoRoomAreArrangedToo() {
        assertEquals(Arrangement.NONE, of());
        assertEquals(
                Arrangement.NONE, Arrangement.of(new int[] {3}, Size.CARD_HEIGHT, Size.HEAD, 0, 0));
    }
}
