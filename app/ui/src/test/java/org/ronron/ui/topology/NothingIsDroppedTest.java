package org.ronron.ui.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.ronron.core.model.Node;
import org.ronron.core.model.Waiting;
import org.ronron.ui.window.Fx;
import org.ronron.ui.window.States;
import org.ronron.ui.window.WindowRig;

/** What has no place and what is gone stays in the picture, each with its reason. */
class NothingIsDroppedTest {
    private static final Node HERE =
            Machines.node("ail", "quai", Map.of(), Machines.workload("1", "web[0]", "web", 1));

    private static Node gone(String name) {
        Node n = Machines.node(name, "quai", Map.of());
        return new Node(
                n.id(),
                n.name(),
                n.zone(),
                false,
                Node.State.STALE,
                n.machine(),
                n.immovable(),
                n.seen(),
                n.memory(),
                n.cpu(),
                n.disk(),
                n.diskFree(),
                n.presences(),
                List.of(),
                true,
                "",
                n.notes(),
                n.room(),
                Optional.of(States.NOW.minus(Duration.ofHours(3))));
    }

    private static Waiting lost(String name) {
        return new Waiting(
                "nomad",
                "",
                name,
                Optional.empty(),
                Waiting.NOWHERE,
                Map.of("endpoint", "nomad-maison", "name", name, "node", "prune"));
    }

    @Test
    void workWithoutAPlaceHasABoxOfItsOwnAndCannotBeMoved() {
        try (WindowRig rig =
                new WindowRig(
                        States.of(
                                Machines.of(HERE).withWaiting(List.of(lost("peertube"))),
                                "fr",
                                "light"))) {
            rig.shoot("no-place");
            String box = rig.texts("zone-" + NoPlace.NAME);
            assertTrue(box.contains("sans place"), box);
            assertTrue(box.contains("peertube"), box);
            assertTrue(box.contains("tourne sur une machine que ce système ne connaît pas"), box);
            rig.glide("node-ail");
            rig.take();
            rig.glide("zone-" + NoPlace.NAME);
            rig.drop();
            assertFalse(rig.shows("forecast"), "nothing can be carried there");
            rig.click("node-peertube");
            rig.hand.push(KeyCode.M);
            rig.settle();
            assertFalse(rig.shows("zone-chooser"));
            assertEquals(List.of(), rig.desk.state().staged());
        }
    }

    @Test
    void aMachineThatIsGoneStaysUntilSomebodyLetsGoOfIt() {
        try (WindowRig rig =
                new WindowRig(States.of(Machines.of(HERE, gone("prune")), "fr", "light"))) {
            rig.shoot("gone");
            assertTrue(rig.looks("node-prune").contains("gone"));
            assertTrue(rig.texts("node-prune").contains("disparue depuis 3 h"));
            rig.click("node-prune");
            rig.awaitShown("node-dismiss");
            rig.shoot("gone-selected");
            rig.hand.clickOn(rig.find("node-dismiss"));
            Fx.await("let go of", () -> rig.desk.calls.contains("dismissGone n:prune"));
        }
    }
}
