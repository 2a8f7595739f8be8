package org.ronron.plugin.garage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.api.Forecast;
import org.ronron.api.Json;
import org.ronron.api.Move;
import org.ronron.layout.roles.RoleLayout;
import org.ronron.layout.roles.RolePlacement;
import org.ronron.resources.Texts;

/** Forecasts and refusals from the layout as a real Garage answers it. */
class GaragePlacementTest {
    private static final String ONION =
            "8d8748bd4b558f4f527720231e7e835d1efe7bb4bbe61adc45c078897d020176";
    private final RolePlacement placement =
            new RolePlacement(new NoHost(), why -> GarageError.valueOf(why.name()));

    @Test
    void aRealPreviewOfElevenMachines() throws IOException {
        Json.Obj real = Captures.read("PreviewClusterLayoutChanges").object("statistics");
        Forecast forecast = placement.forecast(eleven(), List.of(new Move(ONION, "corrin")));
        assertEquals(real.number("effectiveCapacity").orElseThrow(), forecast.usableAfter());
        assertEquals(26, real.number("totalMovedPartitions").orElseThrow());
        assertEquals(26, forecast.copiesToMove().orElseThrow(), 6);
        assertEquals(768, forecast.perNode().values().stream().mapToInt(i -> i).sum());
        assertEquals(29, forecast.perNode().get(ONION));
        assertTrue(forecast.bytesToMove().orElseThrow() > 0);
    }

    @Test
    void aDownMachineIsSaid() throws IOException {
        Forecast forecast =
                placement.forecast(eleven().with("down", Json.texts(List.of("gone"))), List.of());
        assertEquals(
                List.of(new Forecast.Warning("nodeDown", Map.of("value", "1"))),
                forecast.warnings());
    }

    @Test
    void whatNoLayoutAllowsIsRefusedInWords() throws IOException {
        Json.Obj three = Json.obj().with("zoneRedundancy", Json.obj().with("atLeast", 3));
        Json.Obj state = eleven().with("parameters", three);
        List<Move> all =
                RoleLayout.of(state).now().nodes().stream()
                        .map(node -> new Move(node.id(), "cave"))
                        .toList();
        Fault fault = refused(state, all);
        assertEquals(
                "« Chez Zoé » ne peut pas le faire. Garage refuserait : trop peu de zones qui"
                        + " stockent (1 < 3). Les zones des passerelles comptent comme zones, mais"
                        + " ne contiennent pas de données.",
                Texts.of(Locale.FRENCH, List.of(new GarageConnector()))
                        .what(fault)
                        .replace('\u00a0', ' '));
    }

    @Test
    void aMachineWithoutAPlaceIsRefusedInWords() throws IOException {
        List<Move> stranger = List.of(new Move("0000", "corrin"));
        assertTrue(placement.forecast(eleven(), stranger).impossible());
        assertEquals(
                "“Chez Zoé” cannot do this. Garage would refuse: one of the machines has no place"
                        + " in the layout yet.",
                Texts.of(Locale.ENGLISH, List.of(new GarageConnector()))
                        .what(refused(eleven(), stranger)));
    }

    private Fault refused(Json.Obj state, List<Move> moves) {
        ConnectorException e =
                assertThrows(ConnectorException.class, () -> placement.steps(state, moves, "m"));
        assertEquals(GarageError.IMPOSSIBLE, e.fault().code());
        return e.fault();
    }

    private static Json.Obj eleven() throws IOException {
        Json.Obj layout = Captures.read("GetClusterLayout-v1");
        return RolePlacement.state(layout, "2.5.0", false, List.of());
    }
}
