package org.ronron.ui.pages.history;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ronron.api.Json;
import org.ronron.core.desk.DeskState;
import org.ronron.core.engine.OperationView;
import org.ronron.core.model.Collective;
import org.ronron.core.port.Journal.HistoryRow;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.operations.OperationWords;
import org.ronron.ui.parts.Plain;

/** Makes lines of rows: what was done, by which plan, and what came of it. Any thread. */
final class HistoryWords {
    private final Texts texts;
    private final ZoneId zone;
    private final Optional<Collective> collective;
    private final Map<String, OperationView> operations;

    HistoryWords(Texts texts, ZoneId zone, DeskState state) {
        this.texts = texts;
        this.zone = zone;
        this.collective = state.collective();
        this.operations =
                state.operations().stream()
                        .collect(
                                Collectors.toMap(
                                        OperationView::id, Function.identity(), (a, b) -> b));
    }

    HistoryLine line(HistoryRow row) {
        Instant at = Instant.ofEpochMilli(row.at());
        String when = texts.figures().dateTime(at, zone);
        String what = texts.get(row.text(), values(row.values()));
        Optional<OperationView> operation = Optional.ofNullable(operations.get(row.operationId()));
        OperationWords words = new OperationWords(texts);
        String plan = operation.map(o -> o.plan().shortId()).orElse("");
        String title = operation.map(o -> words.title(o, collective)).orElse("");
        String outcome = operation.map(words::state).orElse("");
        String all =
                String.join(" ", when, row.who(), what, plan, title, outcome, row.operationId());
        return new HistoryLine(row, when, what, plan, title, outcome, Plain.of(all));
    }

    /** A day as this language writes it; anything else as it is. */
    private String said(String value) {
        return value.matches("\\d{4}-\\d{2}-\\d{2}") ? texts.figures().published(value) : value;
    }

    private Map<String, String> values(Json.Obj values) {
        Map<String, String> read = new HashMap<>();
        values.members()
                .forEach(
                        (name, value) -> {
                            switch (value) {
                                case Json.Str s -> read.put(name, said(s.value()));
                                case Json.Num n -> read.put(name, n.value().toPlainString());
                                case Json.Bool b -> read.put(name, String.valueOf(b.value()));
                                case Json.Obj o -> read.put(name, "…");
                                case Json.Arr a -> read.put(name, "…");
                                case Json.Null n -> read.put(name, "—");
                            }
                        });
        return read;
    }
}
