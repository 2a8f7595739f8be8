package org.ronron.ui.pages.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ronron.api.RequestFact.State;
import org.ronron.core.model.Request;
import org.ronron.ui.window.ExampleRequests;

class EarlierTest {
    private static Request of(String key, int days, String organisation, String wished) {
        return ExampleRequests.request(key, State.REFUSED, days, organisation, "", wished);
    }

    @Test
    void theSameOrganisationOrTheSameNameTheNewestFirst() {
        Request asked = ExampleRequests.vallon();
        Request again = of("r_1", 90, "amap du vallon ", "vallon");
        Request name = of("r_2", 30, "AMAP de la Plaine", "amap-vallon");
        Request other = of("r_3", 10, "Radio Pirouette", "pirouette");
        Earlier earlier = Earlier.of(asked, ExampleRequests.farm(asked, again, name, other));
        assertEquals(List.of(name, again), earlier.requests());
        assertEquals(List.of("amap-valon"), earlier.near());
        assertEquals(0, earlier.more());
    }

    @Test
    void theTakenNameComesFirstAndOfManyAFewAreShown() {
        Request asked = of("r_0", 0, "Radio Libre", "radio-libre");
        List<Request> all = new ArrayList<>(List.of(asked));
        for (int i = 1; i <= 8; i++) {
            all.add(of("r_" + i, i, "Radio Libre", "libre-" + i));
        }
        Earlier earlier =
                Earlier.of(asked, ExampleRequests.farm(ExampleRequests.connections("ronron"), all));
        assertEquals(List.of("radio-libre"), earlier.near());
        assertEquals(5, earlier.requests().size());
        assertEquals(3, earlier.more());
    }

    @Test
    void whoSaysNeitherNameIsLikeNobody() {
        Request asked = of("r_0", 0, " ", "");
        Earlier earlier = Earlier.of(asked, ExampleRequests.farm(asked, of("r_1", 1, "", "")));
        assertEquals(List.of(), earlier.requests());
        assertEquals(List.of(), earlier.near());
    }
}
