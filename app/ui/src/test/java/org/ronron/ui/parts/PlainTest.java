package org.ronron.ui.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Normalizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTest {
    @ParameterizedTest
    @CsvSource({
        "Épinard,epinard",
        "ÇA ET LÀ,ca et la",
        "Cœur,coeur",
        "Žižkov,zizkov",
        "d’En-Haut,d'en-haut",
        "Straße,strasse",
        "مسرح,مسرح",
        "Ελλάδα,ελλαδα"
    })
    void accentsAndCaseAreOff(String text, String plain) {
        assertEquals(plain, Plain.of(text));
        assertEquals(plain, Plain.of(Normalizer.normalize(text, Normalizer.Form.NFD)));
    }
}
