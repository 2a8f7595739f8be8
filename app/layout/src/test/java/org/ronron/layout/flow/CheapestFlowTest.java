package org.ronron.layout.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CheapestFlowTest {
    @Test
    void aDearWayIsLeftForACheapOneThatItBlocked() {
        Network network = new Network(6);
        int dear = network.edge(2, 4, 1, 1);
        int cheap = network.edge(2, 5, 1, 0);
        int only = network.edge(3, 5, 1, 0);
        network.edge(0, 2, 1, 0);
        network.edge(0, 3, 1, 0);
        network.edge(4, 1, 1, 0);
        network.edge(5, 1, 1, 0);
        assertEquals(2, new CheapestFlow(network, 0, 1).fill());
        assertEquals(1, network.carried(dear));
        assertEquals(0, network.carried(cheap));
        assertEquals(1, network.carried(only));
    }

    @Test
    void ofTwoWaysTheCheapOneIsTaken() {
        Network network = new Network(4);
        int dear = network.edge(0, 2, 5, 1);
        int cheap = network.edge(0, 3, 3, 0);
        network.edge(2, 1, 5, 0);
        network.edge(3, 1, 5, 0);
        assertEquals(8, new CheapestFlow(network, 0, 1).fill());
        assertEquals(5, network.carried(dear));
        assertEquals(3, network.carried(cheap));
    }

    @Test
    void whatCannotBeReachedIsNotFilled() {
        Network network = new Network(3);
        network.edge(0, 2, 5, 0);
        assertEquals(0, new CheapestFlow(network, 0, 1).fill());
    }
}
