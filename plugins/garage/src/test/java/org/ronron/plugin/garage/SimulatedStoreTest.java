package org.ronron.plugin.garage;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.ronron.core.json.JsonText;
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

    @Override
    void away() {
        garage.missDeletions(true);
    }

    @Override
    void back() throws IOException {
        garage.missDeletions(false);
        assertTrue(
                JsonText.write(admin().get("/v2/ListKeys").body()).contains("be11be"),
                "it is still listed");
    }

    @Override
    AdminApi late() {
        return garage.admin(1);
    }

    @Override
    void together() {}

    @AfterAll
    void stop() {
        garage.close();
        threads.shutdownNow();
    }
}
