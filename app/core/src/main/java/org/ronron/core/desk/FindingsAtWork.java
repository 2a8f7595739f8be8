package org.ronron.core.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.ronron.api.Json;
import org.ronron.api.Severity;
import org.ronron.core.engine.OperationView;
import org.ronron.core.findings.Acceptance;
import org.ronron.core.model.Accepted;
import org.ronron.core.model.Edits;
import org.ronron.core.model.Finding;
import org.ronron.core.model.PlainText;
import org.ronron.core.port.Journal;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;

/** Findings at work: those of the desk itself, and what people accept. */
final class FindingsAtWork implements FindingDesk {
    private final DeskPorts ports;
    private final DeskLoop loop;
    private final Table table;
    private final Words words;

    FindingsAtWork(DeskPorts ports, DeskLoop loop, Table table, Words words) {
        this.ports = ports;
        this.loop = loop;
        this.table = table;
        this.words = words;
    }

    @Override
    public CompletableFuture<Void> accept(Finding finding, String reason, LocalDate until) {
        return loop.write(
                () -> {
                    String why = PlainText.line(reason);
                    if (why.isEmpty()) {
                        throw Refuse.of(OwnError.ACCEPTED_WITHOUT_REASON, "");
                    }
                    Instant at = ports.clock().instant();
                    check(until, LocalDate.ofInstant(at, ports.zone()));
                    words.save(
                            edit(finding, Acceptance.write(finding, why, words.who(), at, until)),
                            "history.finding-accepted",
                            "subject",
                            subject(finding),
                            "kind",
                            finding.kind(),
                            "type",
                            finding.type(),
                            "until",
                            until.toString(),
                            "reason",
                            why);
                });
    }

    private static void check(LocalDate until, LocalDate today) throws RefusedException {
        if (!until.isAfter(today) || until.isAfter(today.plusYears(1))) {
            throw Refuse.of(OwnError.ACCEPTED_UNTIL, "", "day", until.toString());
        }
    }

    @Override
    public CompletableFuture<Void> reopen(Accepted accepted) {
        Finding finding = accepted.finding();
        return loop.write(
                () ->
                        words.save(
                                edit(finding, Json.obj()),
                                "history.finding-reopened",
                                "subject",
                                subject(finding),
                                "kind",
                                finding.kind(),
                                "type",
                                finding.type()));
    }

    private Journal.ModelEdit edit(Finding finding, Json.Obj value) throws RefusedException {
        return new Journal.ModelEdit(table.row().id(), Edits.ACCEPTED, finding.identity(), value);
    }

    private String subject(Finding finding) throws RefusedException {
        return finding.subject().isEmpty() ? table.row().name() : finding.subject();
    }

    /** Operations that wait for a person's decision. */
    static List<Finding> stopped(Collection<OperationView> operations) {
        return operations.stream()
                .filter(o -> o.state() == OperationView.State.STOPPED)
                .map(FindingsAtWork::finding)
                .toList();
    }

    private static Finding finding(OperationView operation) {
        return new Finding(
                "operation-stopped",
                "",
                Severity.ERROR,
                operation.title(),
                Map.of(
                        "operation", operation.id(),
                        "title", operation.title(),
                        "author", operation.author().isEmpty() ? "–" : operation.author(),
                        "since", operation.begun().toString()));
    }
}
