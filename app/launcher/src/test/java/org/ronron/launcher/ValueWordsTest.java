package org.ronron.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.ronron.api.Connector;
import org.ronron.resources.Texts;

/** What systems say of themselves, in the words of a person. */
class ValueWordsTest {
    private static final List<Connector> ALL =
            ServiceLoader.load(Connector.class).stream().map(ServiceLoader.Provider::get).toList();

    @Test
    void aSystemsOwnWordsAreSaidInTheReadersLanguageAndOthersAsTheyAre() {
        Texts french = Texts.of(Locale.FRENCH, ALL);
        assertEquals("en service", french.value("charon", "state", "active"));
        assertEquals(
                "change de suite bureautique", french.value("charon", "state", "changing_office"));
        assertEquals("rien", french.value("haproxy", "found", "no answer"));
        assertEquals("HTTP 503", french.value("haproxy", "found", "HTTP 503"));
        assertEquals("OnlyOffice", french.value("nextcloud", "suite", "onlyoffice"));
        assertEquals("active", french.value("nextcloud", "state", "active"), "another's word");
    }
}
