package org.ronron.plugin.charon;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.ronron.api.Json;
import org.ronron.api.LinkFact;
import org.ronron.api.Plain;
import org.ronron.api.RequestFact;
import org.ronron.api.RequestFact.State;
import org.ronron.api.RequestFact.Word;

/** Items of the lists as facts. The contact of a request is left where it is. */
final class RequestRow {
    /**
     * An id that a path of ours may hold; what has another is not shown, since nothing could be
     * done.
     */
    static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private RequestRow() {}

    static State state(String said) {
        return switch (said) {
            case "pending" -> State.PENDING;
            case "asked", "aside" -> State.ASIDE;
            case "claimed" -> State.CLAIMED;
            case "accepted" -> State.ACCEPTED;
            case "rejected" -> State.REFUSED;
            case "withdrawn" -> State.WITHDRAWN;
            default -> State.OTHER;
        };
    }

    static RequestFact fact(Json.Obj item) {
        Json.Obj who = item.object("organisation");
        Json.Obj space = item.object("space");
        return new RequestFact(
                item.word("id"),
                item.number("version").map(v -> "" + v).orElse(""),
                state(item.word("state")),
                Plain.word(item.word("state")),
                Plain.time(item.word("submitted_at")).orElse(Instant.EPOCH),
                Plain.word(who.word("name")),
                Plain.word(who.word("kind")),
                Plain.word(who.word("sector")),
                count(who, "employees"),
                positive(who.figure("annual_budget_eur")),
                Plain.of(who.word("purpose"), Plain.TEXT),
                Plain.word(space.word("subdomain")),
                Plain.word(space.word("office")),
                count(space, "accounts"),
                settled(item),
                item.objects("notes").stream().limit(50).map(RequestRow::word).toList());
    }

    private static OptionalInt count(Json.Obj of, String member) {
        long said = of.number(member).orElse(-1L);
        return said < 0 || said > Integer.MAX_VALUE
                ? OptionalInt.empty()
                : OptionalInt.of((int) said);
    }

    private static OptionalLong positive(OptionalLong said) {
        return said.orElse(-1) >= 0 ? said : OptionalLong.empty();
    }

    private static Optional<Word> settled(Json.Obj item) {
        return Optional.of(word(Standing.of(item).by())).filter(w -> w.at().isAfter(Instant.EPOCH));
    }

    private static Word word(Json.Obj said) {
        Instant at = Plain.time(said.word("at")).orElse(Instant.EPOCH);
        return new Word(Plain.word(said.word("by")), at, Plain.of(said.word("text"), Plain.TEXT));
    }

    /** The record of a space. */
    static LinkFact link(Json.Obj space) {
        String state = Plain.word(space.word("state"));
        boolean off = space.bool("maintenance").orElse(false);
        LinkFact.Health health =
                switch (state) {
                    case "active" -> off ? LinkFact.Health.OFF : LinkFact.Health.FINE;
                    case "failed" -> LinkFact.Health.WRONG;
                    case "creating", "changing_office", "deleting" -> LinkFact.Health.ATTENTION;
                    default -> LinkFact.Health.UNKNOWN;
                };
        return LinkFact.of(
                LinkFact.Kind.RECORD,
                Plain.word(space.word("subdomain")),
                Plain.word(space.word("id")),
                health,
                "organisation",
                Plain.word(space.word("organisation")),
                "office",
                Plain.word(space.word("office")),
                "state",
                state);
    }
}
