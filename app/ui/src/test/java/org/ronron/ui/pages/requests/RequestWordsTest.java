package org.ronron.ui.pages.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.ronron.api.RequestFact.State;
import org.ronron.resources.Texts;
import org.ronron.ui.window.ExampleRequests;

class RequestWordsTest {
    private static String kind(String said) {
        RequestWords words = new RequestWords(Texts.of(Locale.FRENCH, List.of()));
        return words.kind(
                ExampleRequests.request("r_1", State.PENDING, 1, "Le Fournil", said, "fournil"));
    }

    @Test
    void whatASourceCallsAnOrganisationIsSaidInWordsWhereWeHaveThem() {
        assertEquals("association loi 1901", kind("loi1901"));
        assertEquals("association de fait", kind("de_fait"));
        assertEquals("scop", kind("scop"), "as its source says");
        assertEquals("", kind(""));
    }
}
