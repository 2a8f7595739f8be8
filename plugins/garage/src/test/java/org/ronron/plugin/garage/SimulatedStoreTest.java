package org.ronron.plugin.garage;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.ronron.practice.garage.AdminApi;
import org.ronron.practice.garage.GarageSimulator;

class SimulatedStoreTest extends StoreCases {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final GarageSimulator garage;

    SimulatedStoreTest() throws IOException {
        garage = new GarageSimulator(threads);
    }

    @Override
    AdminApi start() {
        return garage.admin(1);
    }

    @Override
    AdminApi admin() {
        return garage.admin(1);
    }

    @Override
    void fill(String alias) {
        garage.fill(alias, 1, 5);
    }

    @AfterAll
    void stop() {
        garage.close();
        threads.shutdownNow();
    }
}
