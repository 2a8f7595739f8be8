package org.ronron.ui.pages.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ronron.ui.pages.requests.Pasted.Field;

class PastedTest {
    @Test
    void aWholeMailWithItsHead() {
        Pasted pasted =
                Pasted.of(
                        """
                        De : Camille Dupré <camille@vallon.example>
                        À : demandes@ferme.example
                        Objet : un espace ?

                        Bonjour,
                        nous voudrions partager nos plannings.
                        Organisation : AMAP du Vallon
                        Nom souhaité : amap-vallon
                        """);
        assertEquals("Camille Dupré", pasted.get(Field.PERSON));
        assertEquals("camille@vallon.example", pasted.get(Field.EMAIL));
        assertEquals("AMAP du Vallon", pasted.get(Field.ORGANISATION));
        assertEquals("amap-vallon", pasted.get(Field.WISHED));
        assertEquals("Bonjour,\nnous voudrions partager nos plannings.", pasted.get(Field.PURPOSE));
    }

    @Test
    void aFormWithLabelsInEnglish() {
        Pasted pasted =
                Pasted.of(
                        """
                        Organization: Radio Pirouette
                        Contact: Max
                        E-mail: max@pirouette.example
                        Why: to share the week's programme
                        and the keys' list
                        Office suite: OnlyOffice
                        """);
        assertEquals(
                Map.of(
                        Field.ORGANISATION, "Radio Pirouette",
                        Field.PERSON, "Max",
                        Field.EMAIL, "max@pirouette.example",
                        Field.PURPOSE, "to share the week's programme\nand the keys' list",
                        Field.OFFICE, "OnlyOffice"),
                pasted.found());
    }

    @Test
    void aLineOfATableWithAndWithoutItsHead() {
        Pasted bare =
                Pasted.of(
                        "Sud Éducation 47\tLou Martin\tlou@sud.example\tsudeduc47\t"
                                + "Remplacer les listes d'adresses par un agenda");
        assertEquals("Sud Éducation 47", bare.get(Field.ORGANISATION));
        assertEquals("Lou Martin", bare.get(Field.PERSON));
        assertEquals("lou@sud.example", bare.get(Field.EMAIL));
        assertEquals("sudeduc47", bare.get(Field.WISHED));
        assertTrue(bare.get(Field.PURPOSE).startsWith("Remplacer"));
        Pasted headed =
                Pasted.of("courriel;association;sous-domaine\na@b.example;Les Abeilles;abeilles");
        assertEquals(
                Map.of(
                        Field.EMAIL, "a@b.example",
                        Field.ORGANISATION, "Les Abeilles",
                        Field.WISHED, "abeilles"),
                headed.found());
    }

    @Test
    void anotherScriptIsKept() {
        Pasted pasted = Pasted.of("Association : جمعية البستان\nmail : a@b.example");
        assertEquals("جمعية البستان", pasted.get(Field.ORGANISATION));
    }

    @Test
    void nothingIsMadeUpFromWhatSaysNothing() {
        assertEquals(Map.of(), Pasted.of("").found());
        assertEquals(Map.of(), Pasted.of("   \n\t\n").found());
        assertEquals(Map.of(), Pasted.of("bonjour, comment ça va ?").found());
        assertEquals(Map.of(), Pasted.of("http://example.org/page?a=b").found());
        assertEquals(Map.of(), Pasted.of("@@@ : : : ;;; \u0000\u202E").found());
    }

    @Test
    void whatIsLongIsReadAtItsBeginningAndAtOnce() {
        String long1 = "Organisation : " + "x".repeat(500_000);
        assertEquals(201, Pasted.of(long1).get(Field.ORGANISATION).length());
        Pasted.of("a".repeat(20_000) + "@");
        Pasted.of("a.".repeat(10_000) + "@" + "b.".repeat(10_000));
        Pasted.of(" : ".repeat(10_000));
    }

    @Test
    void garbageIsNeverAnError() {
        Random random = new Random(7);
        String signs = "ab:;@.<>\"\n\r\t\u0000=é\u202Eجم\uD83D x-1";
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(200); n > 0; n--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            Pasted.of(text.toString())
                    .found()
                    .values()
                    .forEach(v -> assertTrue(v.indexOf('\u0000') < 0, v));
        }
    }
}
