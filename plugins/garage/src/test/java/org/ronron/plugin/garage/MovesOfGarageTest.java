package org.ronron.plugin.garage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ronron.api.Forecast;
import org.ronron.api.Json;
import org.ronron.api.Move;
import org.ronron.layout.roles.RoleLayout;

/** Two hundred moves, each forecast here and previewed by a real Garage 2.5.0. */
class MovesOfGarageTest {
    private record Compared(String what, Json.Obj real, Forecast forecast) {
        int copies() {
            return real.number("copies").orElseThrow().intValue();
        }

        int off() {
            return Math.abs(forecast.copiesToMove().orElseThrow() - copies());
        }
    }

    private static final List<Compared> MOVES = new ArrayList<>();

    @BeforeAll
    static void forecastAll() throws IOException {
        for (Json.Obj layout : Captures.read("moves").objects("layouts")) {
            for (Json.Obj move : layout.objects("moves")) {
                String zone = move.text("zone").orElseThrow();
                List<Move> moves =
                        move.texts("nodes").stream().map(n -> new Move(n, zone)).toList();
                Forecast forecast = RoleLayout.of(layout).now().forecast(moves, Set.of());
                String what = layout.text("name").orElse("") + " " + moves;
                MOVES.add(new Compared(what, move, forecast));
            }
        }
    }

    @Test
    void capacitiesAreGaragesOwnToTheByte() {
        assertEquals(200, MOVES.size());
        for (Compared one : MOVES) {
            assertEquals(
                    one.real().number("usable").orElseThrow(),
                    one.forecast().usableAfter(),
                    one.what());
        }
    }

    @Test
    void whatIsSaidToBeExactIs() {
        List<Compared> exact = MOVES.stream().filter(m -> m.forecast().exact()).toList();
        assertTrue(exact.size() >= 20, exact.size() + " are exact");
        exact.forEach(m -> assertEquals(0, m.off(), m.what()));
    }

    @Test
    void whatIsSaidToBeAboutRightIs() {
        double off = MOVES.stream().mapToInt(Compared::off).average().orElseThrow();
        double real = MOVES.stream().mapToInt(Compared::copies).average().orElseThrow();
        assertTrue(off < 5, off + " off, of " + real);
        assertTrue(MOVES.stream().mapToInt(Compared::off).max().orElseThrow() <= 40);
    }

    @Test
    void eachNodeHoldsAboutWhatGarageGivesIt() {
        double off = 0;
        int nodes = 0;
        for (Compared one : MOVES) {
            Map<String, Integer> perNode = one.forecast().perNode();
            Json.Obj stored = one.real().object("stored");
            int all = 0;
            for (String node : perNode.keySet()) {
                int real = stored.number(node).orElseThrow().intValue();
                off += Math.abs(real - perNode.getOrDefault(node, 0));
                all += perNode.getOrDefault(node, 0) - real;
                nodes++;
            }
            assertEquals(0, all, one.what());
        }
        assertTrue(off / nodes < 2, off / nodes + " off");
    }
}
