package org.ronron.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.ronron.api.Json;
import org.ronron.core.port.Ids;
import org.ronron.core.port.Journal.HistoryRow;
import org.ronron.core.port.Journal.OperationRow;
import org.ronron.core.port.JournalEvent;
import org.ronron.core.port.UlidIds;

/** Rows to write, with a clock that a test moves. */
final class Samples {
    final AtomicLong now = new AtomicLong(Instant.parse("2026-11-23T21:15:00Z").toEpochMilli());
    final InstantSource clock = () -> Instant.ofEpochMilli(now.get());
    final Ids ids = new UlidIds(clock, new Random(42));

    OperationRow operation(String collectiveId) {
        Json.Obj plan =
                Json.obj()
                        .with("format", 1)
                        .with("steps", Json.arr(List.of(Json.obj().with("text", "é\u0001\"\\"))));
        return new OperationRow(ids.next(), collectiveId, "Déplacer", plan, "Ada", now.get());
    }

    JournalEvent event(String operationId, int step, JournalEvent.Kind kind) {
        return new JournalEvent(
                ids.next(),
                operationId,
                step,
                kind,
                now.get(),
                "Ada",
                JournalEvent.FORMAT,
                Json.obj().with("found", "v2"));
    }

    HistoryRow history(String collectiveId, String operationId) {
        return new HistoryRow(
                ids.next(),
                collectiveId,
                now.get(),
                "Ada",
                "history.done",
                Json.obj().with("node", "n1"),
                operationId);
    }
}
