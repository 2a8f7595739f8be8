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
import org.ronron.api.LinkFact;
import org.ronron.api.NodeFact;
import org.ronron.api.NodeRoom;
import org.ronron.api.Observation;
import org.ronron.api.RequestFact;
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
                                    Map.of("a", "b", "c", "é\n"),
                                    new NodeRoom(
                                            OptionalLong.of(512),
                                            OptionalLong.of(0),
                                            OptionalLong.of(3),
                                            OptionalLong.of(4),
                                            OptionalLong.of(5))),
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
                                    OptionalLong.of(3),
                                    OptionalLong.of(9),
                                    OptionalLong.of(8),
                                    OptionalLong.of(7),
                                    Map.of("namespace", "web"))),
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
    void partsOfSpacesAndRequestsAreReadBackAndAPartOfALaterKindIsLeftOut() throws IOException {
        RequestFact request =
                new RequestFact(
                        "r7",
                        "3",
                        RequestFact.State.CLAIMED,
                        "taken",
                        Facts.NOW,
                        "جمعية القطط",
                        "",
                        "",
                        OptionalInt.of(2),
                        OptionalLong.empty(),
                        "a\nb",
                        "chats",
                        "",
                        OptionalInt.empty(),
                        Optional.of(new RequestFact.Word("Dominique", Facts.NOW, "")),
                        List.of(new RequestFact.Word("", Facts.NOW, "word")));
        Observation said =
                FULL.withRequests(List.of(request))
                        .withLinks(
                                List.of(
                                        LinkFact.of(
                                                LinkFact.Kind.ROUTE,
                                                "chats",
                                                "chats.ours.test",
                                                LinkFact.Health.OFF,
                                                "backend",
                                                "web"),
                                        LinkFact.of(
                                                LinkFact.Kind.BUCKET,
                                                "",
                                                "b",
                                                LinkFact.Health.FINE)));
        String text = JsonText.write(ObservationJson.write(said));
        assertEquals(Optional.of(said), ObservationJson.read(JsonText.readObject(text)));
        String later = text.replace("\"ROUTE\"", "\"CARRIER_PIGEON\"");
        assertEquals(
                Optional.of(said.withLinks(said.links().subList(1, 2))),
                ObservationJson.read(JsonText.readObject(later)));
    }

    /** As rows were before machines had rooms and workloads had labels. */
    @Test
    void whatAnEarlierVersionKeptIsStillRead() throws IOException {
        String row =
                """
                {"format": 1, "at": 0, "version": "1", "fingerprint": "f",
                 "nodes": [{"key": "k", "name": "celeri", "reach": "UP", "memory": 8}],
                 "workloads": [{"key": "w", "node": "k", "name": "web", "state": "RUNNING"}]}
                """;
        Observation said = ObservationJson.read(JsonText.readObject(row)).orElseThrow();
        assertEquals(NodeRoom.UNKNOWN, said.nodes().getFirst().room());
        assertEquals(OptionalLong.of(8), said.nodes().getFirst().memory());
        assertEquals(OptionalLong.empty(), said.workloads().getFirst().disk());
        assertEquals(Map.of(), said.workloads().getFirst().labels());
    }

    @Test
    void aShapeOfALaterVersionIsAsIfNothingWasSaid() {
        Json.Obj later = ObservationJson.write(FULL).with("format", 2);
        assertEquals(Optional.empty(), ObservationJson.read(later));
        assertEquals(Optional.empty(), ObservationJson.read(Json.obj()));
    }
}
