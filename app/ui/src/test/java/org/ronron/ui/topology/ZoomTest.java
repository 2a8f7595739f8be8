package org.ronron.ui.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Bounds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronron.core.model.Collective;
import org.ronron.ui.topology.map.TopologyMap;
import org.ronron.ui.window.Fx;
import org.ronron.ui.window.States;
import org.ronron.ui.window.WindowRig;

/** The picture from far and near: of few machines, and of very many. */
class ZoomTest {
    @ParameterizedTest
    @CsvSource({
        "50, 500, 5, light",
        "50, 500, 5, dark",
        "200, 4000, 10, light",
        "1000, 20000, 20, light",
        "1000, 20000, 20, dark"
    })
    void allOfItIsInViewAndNothingIsDropped(int machines, int services, int zones, String theme) {
        Collective crowd = Crowd.of(machines, services, zones);
        try (WindowRig rig = new WindowRig(States.of(crowd, "fr", theme))) {
            rig.size(1366, 768);
            rig.shoot("crowd-" + machines + "-" + theme);
            TopologyMap map = (TopologyMap) rig.find("topology-map");
            assertEquals(machines + zones, map.parts().size());
            Bounds view = Fx.on(map::getLayoutBounds);
            map.parts().forEach(p -> assertTrue(view.contains(p.bounds()), p.id()));
            Fx.run(() -> map.zoomBy(3, 200, 150));
            rig.shoot("crowd-" + machines + "-" + theme + "-near");
            Fx.run(() -> map.zoomBy(2.5, 200, 150));
            rig.shoot("crowd-" + machines + "-" + theme + "-nearer");
        }
    }
}
