package org.ronron.layout.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ronron.api.ClusterFact;
import org.ronron.api.Json;

class LabelsTest {
    @Test
    void whatSaysNothingIsLeftOut() {
        Json.Obj row = Json.obj().with("Pool", "default").with("Class", "");
        assertEquals(
                Map.of("pool", "default", "kinds", "a, b"),
                new Labels()
                        .of(row, "pool", "Pool", "class", "Class", "none", "None")
                        .list("kinds", Stream.of("b", "a"))
                        .list("empty", Stream.of())
                        .all());
    }

    @Test
    void onlyWhatIsSoIsNamed() {
        Json.Obj drivers =
                Json.obj()
                        .with("docker", Json.obj().with("Healthy", Json.of(true)))
                        .with("exec", Json.obj().with("Healthy", Json.of(false)))
                        .with("qemu", Json.obj());
        assertEquals(
                Map.of("drivers", "docker"),
                new Labels().those("drivers", drivers, "Healthy").all());
    }

    @Test
    void whatSomebodyWroteIsALabelEach() {
        Json.Obj meta = Json.obj().with("site", "attic").with("auto.x", "1").with("rack", "2");
        assertEquals(
                Map.of("meta", "rack = 2, site = attic", "meta.rack", "2", "meta.site", "attic"),
                new Labels().own("meta", meta, "auto.").all());
    }

    @Test
    void aFleetIsAClusterAtWorkWhileAMachineIsEmptied() {
        Machine calm = new Machine("a", "a", "z", "ready", true, true, false, 5);
        Machine emptied = new Machine("b", "b", "z", "ready", true, false, true, 5);
        Json.Obj more = Json.obj().with("nomad", "2.0.5");
        ClusterFact cluster = new Fleet(List.of(calm), List.of()).cluster("k", "N", true, more);
        assertEquals("2.0.5", cluster.state().word("nomad"));
        assertEquals(1, cluster.state().objects("machines").size());
        assertEquals(false, cluster.busy());
        assertEquals(
                true,
                new Fleet(List.of(calm, emptied), List.of()).cluster("k", "N", true, more).busy());
    }
}
