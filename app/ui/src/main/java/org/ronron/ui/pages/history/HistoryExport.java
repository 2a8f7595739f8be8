package org.ronron.ui.pages.history;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.ronron.core.desk.DeskState;
import org.ronron.core.port.Journal.HistoryRow;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Ui;

/** The whole history as a file of the person's choosing; made and written by the desk's threads. */
final class HistoryExport {
    private final Ui ui;
    private final Texts texts;

    HistoryExport(Ui ui) {
        this.ui = ui;
        this.texts = ui.texts();
    }

    /** Asks where to; empty when nobody wants it any more. */
    Optional<Path> ask(Window window) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("history.export.title"));
        chooser.setInitialFileName(name());
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(texts.get("history.export.kind"), "*.csv"));
        return Optional.ofNullable(chooser.showSaveDialog(window)).map(f -> f.toPath());
    }

    private String name() {
        LocalDate today = LocalDate.ofInstant(ui.clock().instant(), ui.zone());
        return texts.get("history.export.file", "day", today.toString());
    }

    void write(Path file) {
        DeskState state = ui.desk().state();
        ui.navigator().say(texts.get("history.export.writing"));
        Asking.run(
                ui,
                ui.desk().exportHistory(file.toString(), rows -> form(rows, state)),
                () ->
                        ui.navigator()
                                .say(
                                        texts.get(
                                                "history.export.done",
                                                "file",
                                                String.valueOf(file.getFileName()))));
    }

    /** The file's bytes; any thread. */
    byte[] form(List<HistoryRow> rows, DeskState state) {
        HistoryWords words = new HistoryWords(texts, ui.zone(), state);
        return HistoryCsv.file(
                Stream.of("when", "who", "what", "plan", "outcome", "operation")
                        .map(c -> texts.get("history." + c))
                        .toList(),
                rows.stream().map(row -> cells(words.line(row), ui.zone())).toList());
    }

    private static List<String> cells(HistoryLine line, ZoneId zone) {
        return List.of(
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        Instant.ofEpochMilli(line.row().at())
                                .truncatedTo(ChronoUnit.SECONDS)
                                .atZone(zone)),
                line.row().who(),
                line.what(),
                line.plan(),
                line.outcome(),
                line.row().operationId());
    }
}
