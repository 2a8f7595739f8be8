package org.ronron.core.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ronron.api.Json;
import org.ronron.api.LinkFact;
import org.ronron.api.RequestFact;

/**
 * Parts of spaces and requests as data; part of the shape of {@link ObservationJson}. Whom to write
 * to is in neither.
 */
final class SpaceJson {
    private SpaceJson() {}

    static Json.Obj link(LinkFact l) {
        Json.Obj json =
                Json.obj()
                        .with("kind", l.kind().name())
                        .with("space", l.space())
                        .with("key", l.key())
                        .with("health", l.health().name());
        return l.details().isEmpty()
                ? json
                : json.with("details", ObservationJson.texts(l.details()));
    }

    /** Empty for a kind of part that a later version wrote. */
    static Optional<LinkFact> link(Json.Obj json) {
        for (LinkFact.Kind kind : LinkFact.Kind.values()) {
            if (kind.name().equals(json.word("kind"))) {
                LinkFact.Health health =
                        ObservationJson.named(
                                LinkFact.Health.class,
                                json.word("health"),
                                LinkFact.Health.UNKNOWN);
                Map<String, String> details = ObservationJson.texts(json.object("details"));
                return Optional.of(
                        new LinkFact(kind, json.word("space"), json.word("key"), health, details));
            }
        }
        return Optional.empty();
    }

    static Json.Obj request(RequestFact r) {
        Json.Obj json =
                Json.obj()
                        .with("key", r.key())
                        .with("version", r.version())
                        .with("state", r.state().name())
                        .with("said", r.said())
                        .with("submitted", r.submitted().toEpochMilli())
                        .with("organisation", r.organisation())
                        .with("kind", r.kind())
                        .with("sector", r.sector())
                        .with("purpose", r.purpose())
                        .with("wished", r.wished())
                        .with("office", r.office())
                        .with("notes", Json.arr(r.notes().stream().map(SpaceJson::word).toList()));
        if (r.employees().isPresent()) {
            json = json.with("employees", r.employees().getAsInt());
        }
        if (r.budget().isPresent()) {
            json = json.with("budget", r.budget().getAsLong());
        }
        if (r.accounts().isPresent()) {
            json = json.with("accounts", r.accounts().getAsInt());
        }
        return r.settled().isPresent() ? json.with("settled", word(r.settled().get())) : json;
    }

    static RequestFact request(Json.Obj json) {
        return new RequestFact(
                json.word("key"),
                json.word("version"),
                ObservationJson.named(
                        RequestFact.State.class, json.word("state"), RequestFact.State.OTHER),
                json.word("said"),
                at(json, "submitted"),
                json.word("organisation"),
                json.word("kind"),
                json.word("sector"),
                whole(json.figure("employees")),
                json.figure("budget"),
                json.word("purpose"),
                json.word("wished"),
                json.word("office"),
                whole(json.figure("accounts")),
                json.at("settled") instanceof Json.Obj settled
                        ? Optional.of(word(settled))
                        : Optional.empty(),
                json.objects("notes").stream().map(SpaceJson::word).toList());
    }

    private static Json.Obj word(RequestFact.Word w) {
        return Json.obj()
                .with("by", w.by())
                .with("at", w.at().toEpochMilli())
                .with("text", w.text());
    }

    private static RequestFact.Word word(Json.Obj json) {
        return new RequestFact.Word(json.word("by"), at(json, "at"), json.word("text"));
    }

    private static Instant at(Json.Obj json, String name) {
        return Instant.ofEpochMilli(json.number(name).orElse(0L));
    }

    private static OptionalInt whole(OptionalLong figure) {
        boolean fits = figure.isPresent() && figure.getAsLong() == (int) figure.getAsLong();
        return fits ? OptionalInt.of((int) figure.getAsLong()) : OptionalInt.empty();
    }
}
