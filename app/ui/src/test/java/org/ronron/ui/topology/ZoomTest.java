package org.ronron.ui.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.ui.parts.Token;
import org.ronron.ui.parts.Tokens;
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
        "200, 4000, 10, dark",
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

    private static int argb(WindowRig rig, double x, double y) {
        return Fx.on(
                () ->
                        rig.scene()
                                .snapshot(null)
                                .getPixelReader()
                                .getArgb((int) Math.round(x), (int) Math.round(y)));
    }

    /** What is wrong shows on its card's left edge, or as a mark there, however far away. */
    @ParameterizedTest
    @CsvSource({"50, 500, 5", "200, 4000, 10", "1000, 20000, 20"})
    void whatIsWrongIsSeenFromEveryDistance(int machines, int services, int zones) {
        Collective crowd = Crowd.of(machines, services, zones);
        Node wrong =
                first(crowd, Node.State.WRONG)
                        .or(() -> first(crowd, Node.State.ATTENTION))
                        .orElseThrow();
        Token told = wrong.state() == Node.State.WRONG ? Token.BAD : Token.WARN;
        int bad = Tokens.of(false).argb(told);
        try (WindowRig rig = new WindowRig(States.of(crowd, "fr", "light"))) {
            rig.size(1366, 768);
            TopologyMap map = (TopologyMap) rig.find("topology-map");
            for (int step = 0; step < 8; step++) {
                rig.settle();
                Bounds card = rig.bounds("node-" + wrong.name());
                assertTrue(has(rig, card, bad), machines + " at step " + step + " " + card);
                Fx.run(() -> map.zoom(1));
                rig.walkTo(wrong.id());
            }
        }
    }

    private static Optional<Node> first(Collective of, Node.State state) {
        return of.nodes().stream().filter(n -> n.state() == state).findFirst();
    }

    private static boolean has(WindowRig rig, Bounds card, int colour) {
        return Fx.on(
                () -> {
                    var pixels = rig.scene().snapshot(null).getPixelReader();
                    for (int y = (int) card.getMinY(); y < card.getMaxY(); y++) {
                        for (int x = (int) card.getMinX(); x < card.getMinX() + 24; x++) {
                            if (pixels.getArgb(x, y) == colour) {
                                return true;
                            }
                        }
                    }
                    return false;
                });
    }

    @Test
    void theWheelZoomsWhereThePointerIsAndTheButtonShowsAllAgain() {
        try (WindowRig rig = new WindowRig(States.of(Crowd.of(200, 4000, 10), "fr", "light"))) {
            rig.size(1366, 768);
            String node = "node-nantes-mini-010";
            Bounds before = rig.bounds(node);
            rig.glide(node);
            rig.wheel("topology-map", before, 3);
            Bounds after = rig.bounds(node);
            assertTrue(after.getWidth() > before.getWidth() * 1.1, before + " " + after);
            assertTrue(after.intersects(before), "it ran away from the pointer");
            rig.hand.clickOn(rig.find("topology-fit"));
            rig.settle();
            assertEquals(before.getWidth(), rig.bounds(node).getWidth(), 1e-6);
        }
    }

    @Test
    void theGroundIsPushedByHand() {
        try (WindowRig rig = new WindowRig(States.of(Crowd.of(200, 4000, 10), "fr", "light"))) {
            rig.size(1366, 768);
            TopologyMap map = (TopologyMap) rig.find("topology-map");
            Fx.run(() -> map.zoomBy(3, 0, 0));
            rig.settle();
            Bounds before = rig.bounds("node-bordeaux-mini-001");
            Bounds zone = rig.bounds("zone-bordeaux");
            Point2D from = new Point2D(zone.getMinX() + 60, zone.getMinY() + 6);
            rig.drag(from, from.add(-40, 30));
            Bounds after = rig.bounds("node-bordeaux-mini-001");
            assertEquals(before.getMinX() - 40, after.getMinX(), 8);
            assertEquals(List.of(), rig.desk.state().staged());
        }
    }

    @Test
    void whatIsSelectedStaysSoAtEveryDistance() {
        try (WindowRig rig = new WindowRig(States.of(Crowd.of(50, 500, 5), "fr", "light"))) {
            rig.size(1366, 768);
            rig.click("node-lyon-mini-003");
            TopologyMap map = (TopologyMap) rig.find("topology-map");
            int selected = Tokens.of(false).argb(Token.SELECTED);
            for (double factor : new double[] {1, 0.4, 4}) {
                Fx.run(() -> map.zoomBy(factor, 300, 200));
                rig.walkTo("n:lyon-mini-003");
                assertTrue(rig.looks("node-lyon-mini-003").contains("selected"));
                Bounds card = rig.bounds("node-lyon-mini-003");
                assertEquals(selected, argb(rig, card.getMinX() - 1, card.getCenterY()));
            }
        }
    }

    @Test
    void lettersThatJoinAreDrawnAsOneText() {
        Collective crowd = Crowd.of(4, 8, 1);
        Node arabic = Machines.node("خادم الملفات", "bordeaux", Map.of());
        try (WindowRig rig =
                new WindowRig(
                        States.of(Machines.of(arabic, crowd.nodes().get(0)), "fr", "light"))) {
            rig.shoot("arabic");
            Bounds card = rig.bounds("node-خادم الملفات");
            int text = Tokens.of(false).argb(Token.TEXT);
            Bounds name =
                    new javafx.geometry.BoundingBox(card.getMinX() + 24, card.getMinY(), 24, 30);
            assertTrue(has(rig, name, text), "no letter was drawn");
        }
    }
}
