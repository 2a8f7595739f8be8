package org.ronron.practice.garage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PracticeNodeTest {
    @Test
    void idsFollowFromNamesAsInTheCaptures() {
        assertEquals(
                "8d8748bd4b558f4f527720231e7e835d1efe7bb4bbe61adc45c078897d020176",
                PracticeNode.FIVE.get(3).id());
        assertEquals(
                "807b4fe96d52d6e0516dc1ba3bc73ae300788d8f1c3522ebe04558ddac9fbc5d",
                PracticeNode.FIVE.getFirst().id());
    }
}
