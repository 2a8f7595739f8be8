package org.ronron.ui.pages.history;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lines as a file that every spreadsheet opens: RFC 4180 (commas, CRLF, quotes doubled), in UTF-8
 * with its mark at the beginning, without which some take it for another encoding. Pure.
 */
final class HistoryCsv {
    private static final String BOM = "\ufeff";
    private static final String END = "\r\n";

    /** What a spreadsheet would take for a formula, and run: OWASP, "CSV Injection". */
    private static final String FORMULA = "=+-@\t\r";

    /** A cell that holds one of these is quoted; a semicolon too, which some take for a comma. */
    private static final String QUOTED = "\",;\r\n\t";

    private HistoryCsv() {}

    /** The whole file. */
    static byte[] file(List<String> titles, List<List<String>> rows) {
        return Stream.concat(Stream.of(titles), rows.stream())
                .map(HistoryCsv::line)
                .collect(Collectors.joining("", BOM, ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String line(List<String> cells) {
        return cells.stream().map(HistoryCsv::cell).collect(Collectors.joining(",", "", END));
    }

    /** One cell: never a formula, quoted where it has to be. */
    static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        String plain = formula ? "'" + text : text;
        boolean quote = plain.chars().anyMatch(c -> QUOTED.indexOf(c) >= 0);
        return quote ? "\"" + plain.replace("\"", "\"\"") + "\"" : plain;
    }
}
