package org.ronron.ui.pages.spaces;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ronron.api.LinkFact;
import org.ronron.core.model.Space;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Ui;

/** What is known of a space beside its name, in the reader's language. */
final class SpaceFacts {
    static final String QUOTA = "quota";
    static final String OFFICE = "office";

    private final Ui ui;
    private final Texts texts;

    SpaceFacts(Ui ui) {
        this.ui = ui;
        this.texts = ui.texts();
    }

    /** As its bucket says, else as it was made or changed last. */
    static OptionalLong quota(Space space) {
        OptionalLong told = bytes(space, "quotaBytes");
        return told.isPresent() ? told : bytes(space.options().get(QUOTA));
    }

    /** What its bucket holds. */
    static OptionalLong used(Space space) {
        return bytes(space, "sizeBytes");
    }

    private static OptionalLong bytes(Space space, String detail) {
        return space.of(LinkFact.Kind.BUCKET).stream()
                .map(l -> bytes(l.fact().details().get(detail)))
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    private static OptionalLong bytes(@org.jspecify.annotations.Nullable String text) {
        if (text == null || !text.matches("\\d{1,18}") || text.matches("0+")) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(text));
    }

    /** The choice, by the blueprint's word for it; empty when nobody tells. */
    static String suite(Space space) {
        return Stream.of(
                        Stream.ofNullable(space.options().get(OFFICE)),
                        space.of(LinkFact.Kind.OFFICE).stream().map(l -> l.fact().key()),
                        space.of(LinkFact.Kind.RECORD).stream()
                                .map(l -> l.fact().details().get(OFFICE)))
                .flatMap(s -> s)
                .filter(Objects::nonNull)
                .filter(s -> !s.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** What the choice is called. */
    String choice(String option, String value) {
        String key = "option." + option + "." + value;
        return texts.has(key) ? texts.get(key) : value;
    }

    String quotaText(Space space) {
        OptionalLong quota = quota(space);
        return quota.isPresent() ? texts.figures().bytes(quota.getAsLong()) : "";
    }

    String suiteText(Space space) {
        return choice(OFFICE, suite(space));
    }

    /** Quota and suite, where they are known: "40 Gio · Collabora". */
    String size(Space space) {
        return List.of(quotaText(space), suiteText(space)).stream()
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** The day on which it was made, if we made it. */
    String made(Space space) {
        Optional<Instant> made = space.made();
        return made.map(at -> texts.figures().published(day(at))).orElse("");
    }

    private String day(Instant at) {
        return LocalDate.ofInstant(at, ui.zone()).toString();
    }

    /** How it was made, by its blueprint's name. */
    String blueprint(Space space) {
        String key = "blueprint." + space.blueprint() + ".name";
        if (space.blueprint().isEmpty()) {
            return texts.get("spaces.notOurs");
        }
        return texts.has(key) ? texts.get(key) : space.blueprint();
    }
}
