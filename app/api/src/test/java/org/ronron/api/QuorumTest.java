package org.ronron.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuorumTest {
    private static Json.Obj member(String key, String role, String reach, String sync) {
        return Json.obj()
                .with("key", key)
                .with("role", role)
                .with("reach", reach)
                .with("sync", sync);
    }

    @Test
    void ofAPrimaryAndItsReplicasTheLastThatIsWaitedForCannotBeMissed() {
        Json.Obj state =
                Json.obj()
                        .with(
                                "members",
                                Json.arr(
                                        List.of(
                                                member("a", "primary", "UP", ""),
                                                member("b", "standby", "UP", "sync"),
                                                member("c", "standby", "UP", "async"),
                                                member("d", "standby", "DOWN", "sync"))));
        assertEquals(
                List.of(
                        new Quorum(0, Map.of("a", 1)),
                        new Quorum(0, Map.of("b", 1)),
                        new Quorum(2, Map.of("b", 1, "c", 1))),
                Quorum.of(state));
    }

    @Test
    void ofASetWhatIsGoneAlreadyIsTakenFromWhatMayBeMissing() {
        ErasureSets sets = new ErasureSets();
        sets.part(0, 0, "a", true);
        sets.part(0, 0, "b", true);
        sets.part(0, 0, "b", false);
        sets.part(0, 1, "a", true);
        Json.Obj state = sets.in(Json.obj().with("parity", 2), 2);
        assertEquals(
                List.of(new Quorum(1, Map.of("a", 1, "b", 1)), new Quorum(2, Map.of("a", 1))),
                Quorum.of(state));
        assertEquals(2, state.number("parity").orElseThrow());
    }

    @Test
    void whoTellsOfNeitherHasNone() {
        assertEquals(List.of(), Quorum.of(Json.obj()));
        assertEquals(List.of(), Quorum.of(Json.obj().with("members", "a")));
    }
}
