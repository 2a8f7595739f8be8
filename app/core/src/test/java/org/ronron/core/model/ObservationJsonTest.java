package org.ronron.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.ronron.api.BucketFact;
import org.ronron.api.ClusterFact;
import org.ronron.api.FindingFact;
import org.ronron.api.Json;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;
import org.ronron.api.Severity;
import org.ronron.api.WorkloadFact;
import org.ronron.core.json.JsonText;

class ObservationJsonTest {
    private static final Observation FULL =
            new Observation(
                    Facts.NOW,
                    "2.1.0",
                    "abc",
                    List.of(
                            new NodeFact(
                                    "k",
                                    "celeri",
                                    List.of("10.0.0.1", "2001:db8::5"),
                                    Optional.of("neptune"),
                                    NodeFact.Reach.DOWN,
                                    NodeFact.Machine.VIRTUAL,
                                    OptionalLong.of(1L << 40),
                                    OptionalLong.of(5400),
                                    OptionalLong.of(0),
                                    OptionalLong.of(7),
                                    "storage",
                                    Map.of("a", "b", "c", "é\n")),
                            Facts.node("bare", "bare", "")),
                    List.of(
                            Facts.workload("w", "k", 5),
                            new WorkloadFact(
                                    "v",
                                    "k",
                                    "",
                                    Optional.of("job"),
                                    WorkloadFact.State.FAILED,
                                    OptionalLong.empty(),
                                    OptionalLong.of(3))),
                    List.of(
                            Facts.cluster(true),
                            new ClusterFact(
                                    "x",
                                    "X",
                                    OptionalInt.empty(),
                                    false,
                                    false,
                                    Json.obj().with("deep", Json.texts(List.of("1"))))),
                    List.of(
                            new BucketFact(
                                    "b",
                                    List.of("n1", "n2"),
                                    OptionalLong.of(9),
                                    OptionalLong.empty())),
                    List.of(new FindingFact("f", Severity.STOP, "k", Map.of("d", "e"))));

    @Test
    void allThatWasSaidIsReadBack() throws IOException {
        String text = JsonText.write(ObservationJson.write(FULL));
        assertEquals(Optional.of(FULL), ObservationJson.read(JsonText.readObject(text)));
    }

    @Test
    void aShapeOfALaterVersionIsAsIfNothingWasSaid() {
        Json.Obj later = ObservationJson.write(FULL).with("format", 2);
        assertEquals(Optional.empty(), ObservationJson.read(later));
        assertEquals(Optional.empty(), ObservationJson.read(Json.obj()));
    }
}
