package org.ronron.ui.pages.history;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines as a spreadsheet's file: RFC 4180, and never a formula. */
class HistoryCsvTest {
    @Test
    void plainWordsStandAsTheyAre() {
        assertEquals("onion vers corrin", HistoryCsv.cell("onion vers corrin"));
        assertEquals("", HistoryCsv.cell(""));
        assertEquals("2026-11-23T22:04:20+01:00", HistoryCsv.cell("2026-11-23T22:04:20+01:00"));
    }

    @Test
    void quotesNewlinesCommasAndSemicolonsAreQuoted() {
        assertEquals("\"a,b\"", HistoryCsv.cell("a,b"));
        assertEquals("\"a;b\"", HistoryCsv.cell("a;b"));
        assertEquals("\"a\nb\"", HistoryCsv.cell("a\nb"));
        assertEquals("\"a\r\nb\"", HistoryCsv.cell("a\r\nb"));
        assertEquals("\"dit \"\"oui\"\"\"", HistoryCsv.cell("dit \"oui\""));
        assertEquals("\"\"\"\"", HistoryCsv.cell("\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+33 6", "-2", "@SUM(A1)"})
    void whatASpreadsheetWouldRunIsLettersOnly(String cell) {
        assertEquals("'" + cell, HistoryCsv.cell(cell));
    }

    @Test
    void aFormulaBehindATabOrInQuotesIsNoneEither() {
        assertEquals("\"'\t=1\"", HistoryCsv.cell("\t=1"));
        assertEquals("\"'\r=1\"", HistoryCsv.cell("\r=1"));
        assertEquals(
                "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"", HistoryCsv.cell("=HYPERLINK(\"x\",\"y\")"));
    }

    @Test
    void theFileIsUtf8WithItsMarkAndEndsItsLinesWithCrLf() {
        byte[] file =
                HistoryCsv.file(
                        List.of("Quand", "Qui"),
                        List.of(List.of("hier", "Zoé; amie"), List.of("", "")));
        byte[] mark = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
        assertArrayEquals(mark, Arrays.copyOf(file, 3));
        assertEquals(
                "Quand,Qui\r\nhier,\"Zoé; amie\"\r\n,\r\n",
                new String(file, 3, file.length - 3, StandardCharsets.UTF_8));
    }
}
