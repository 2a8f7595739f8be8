package org.ronron.core.findings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Json;
import org.ronron.api.Severity;
import org.ronron.core.model.Accepted;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Edits;
import org.ronron.core.model.Finding;

/**
 * What somebody accepted is folded until its day. It comes back before when it weighs more than
 * what was accepted, and it is told as accepted only as long as it is found.
 */
public final class Acceptance {
    private Acceptance() {}

    /**
     * The edit that keeps it.
     *
     * @param until the day on which it is to be looked at again
     */
    public static Json.Obj write(
            Finding finding, String reason, String who, Instant at, LocalDate until) {
        return Json.obj()
                .with("reason", reason)
                .with("who", who)
                .with("at", at.toEpochMilli())
                .with("until", until.toString())
                .with("severity", finding.severity().name())
                .with("kind", finding.kind())
                .with("type", finding.type())
                .with("subject", finding.subject());
    }

    /** The collective with its findings parted. */
    static Collective fold(Collective now, Edits edits, LocalDate today) {
        Map<String, Json.Obj> kept = edits.of(Edits.ACCEPTED);
        List<Finding> open = new ArrayList<>();
        List<Accepted> folded = new ArrayList<>();
        for (Finding finding : now.findings()) {
            Optional<Accepted> accepted =
                    Optional.ofNullable(kept.get(finding.identity()))
                            .flatMap(edit -> accepted(finding, edit, today));
            accepted.ifPresentOrElse(folded::add, () -> open.add(finding));
        }
        return now.withAccepted(open, folded);
    }

    private static Optional<Accepted> accepted(Finding finding, Json.Obj edit, LocalDate today) {
        return until(edit)
                .filter(today::isBefore)
                .filter(day -> finding.severity().compareTo(severity(edit)) <= 0)
                .map(
                        day ->
                                new Accepted(
                                        finding,
                                        edit.word("reason"),
                                        edit.word("who"),
                                        Instant.ofEpochMilli(edit.number("at").orElse(0L)),
                                        day));
    }

    private static Optional<LocalDate> until(Json.Obj edit) {
        try {
            return edit.text("until").map(LocalDate::parse);
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static Severity severity(Json.Obj edit) {
        for (Severity severity : Severity.values()) {
            if (severity.name().equals(edit.word("severity"))) {
                return severity;
            }
        }
        return Severity.INFO;
    }
}
