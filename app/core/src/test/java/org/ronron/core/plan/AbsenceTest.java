package org.ronron.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ronron.api.Forecast;
import org.ronron.api.Json;
import org.ronron.api.Quorum;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;

/** What a cluster can still miss whose system moves nothing itself. */
final class AbsenceTest extends PlannerRig {
    private static final Node ONION = node("onion", "dathomir", "minio");
    private static final Node CELERI = node("celeri", "dathomir", "minio");
    private static final Node ANANAS = node("ananas", "scorpio", "minio");

    /** A set of four drives on three machines. */
    private static Collective world(int spare) {
        Map<String, Integer> parts = Map.of("onion@minio", 1, "celeri@minio", 1, "ananas@minio", 2);
        return picture(state(new Quorum(spare, parts)), ONION, CELERI, ANANAS);
    }

    private static Json.Obj state(Quorum quorum) {
        Json.Obj state = Quorum.put(Json.obj(), List.of(quorum));
        assertEquals(List.of(quorum), Quorum.of(state));
        return state;
    }

    private static Forecast.Warning said(int spare, Node... carried) {
        List<Plan.ClusterForecast> found = Absence.of(world(spare), List.of(carried));
        assertEquals(1, found.size());
        assertTrue(Absence.says(found.getFirst().forecast()));
        return found.getFirst().forecast().warnings().getFirst();
    }

    @Test
    void whatIsLeftIsCountedInParts() {
        assertEquals(new Forecast.Warning("awaySpare", Map.of("value", "2")), said(3, ONION));
        assertEquals("awayBare", said(2, ANANAS).key());
        assertTrue(said(1, ANANAS).losing());
        assertEquals("awayBlocked", said(1, ANANAS).key());
    }

    @Test
    void machinesOfOneZoneAreAwayTogetherAndZonesAfterOneAnother() {
        assertEquals("1", said(3, ONION, CELERI).details().get("value"));
        assertEquals("1", said(3, ONION, CELERI, ANANAS).details().get("value"));
    }

    @Test
    void nothingIsSaidWhereNothingIsMissed() {
        assertEquals(List.of(), Absence.of(world(1), List.of(node("oseille", "x", "garage"))));
        assertEquals(List.of(), Absence.of(world(1), List.of()));
    }

    @Test
    void aLossStandsInThePlanAndNobodyIsSaidToBeSafe() throws Exception {
        placing.remove("minio");
        Node onion = node("onion", "dathomir", "garage", "minio");
        Collective now = picture(state(new Quorum(0, Map.of("onion@minio", 4))), onion);
        Plan carried =
                planner.plan(
                        now, List.of(new MoveNode("onion", "corrin", MoveNode.Truth.WILL_CARRY)));
        assertTrue(carried.forecasts().getLast().forecast().losing());
        assertEquals(Plan.CutOff.NOT_KNOWN, carried.cutOff());
        assertEquals(carried, PlanJson.read(PlanJson.write(carried)).orElseThrow());
        Plan label = planner.plan(now, List.of(label("onion", "corrin")));
        assertFalse(label.forecasts().stream().anyMatch(f -> f.forecast().losing()));
    }
}
