package org.ronron.ui.pages.spaces;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ronron.api.LinkFact.Health;
import org.ronron.api.LinkFact.Kind;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Mark;

/** The one line to read first when an association phones. */
record Headline(Mark mark, String words) {
    /** Causes before what follows from them: where the way leads, then what it leads to. */
    private static final List<Kind> CAUSES =
            List.of(
                    Kind.ROUTE,
                    Kind.APP,
                    Kind.DATABASE,
                    Kind.BUCKET,
                    Kind.CHECK,
                    Kind.OFFICE,
                    Kind.RUNNER,
                    Kind.RECORD,
                    Kind.BACKUP);

    private static final int NAMED = 2;

    static Headline of(Texts texts, List<Seen> parts, Optional<Looked> looked, List<Kind> missing) {
        List<Seen> sure = parts.stream().filter(p -> !p.stale()).toList();
        if (sure.stream().anyMatch(p -> is(p, Kind.APP, Health.OFF))) {
            return new Headline(Mark.OFF, texts.get("spaces.says.app.off"));
        }
        for (Health health : List.of(Health.WRONG, Health.OFF, Health.ATTENTION)) {
            String words = words(texts, sure, health);
            if (!words.isEmpty()) {
                Mark mark = health == Health.OFF ? Mark.ATTENTION : HealthWords.mark(health);
                return new Headline(mark, words);
            }
        }
        return quiet(texts, parts, looked, missing);
    }

    /** Nothing is said to be wrong; which is not yet that all is well. */
    private static Headline quiet(
            Texts texts, List<Seen> parts, Optional<Looked> looked, List<Kind> missing) {
        String gone =
                missing.stream()
                        .filter(k -> k != Kind.BACKUP)
                        .map(k -> texts.get("spaces.missing." + lower(k)))
                        .collect(Collectors.joining(" · "));
        boolean unsure =
                parts.stream().anyMatch(p -> p.link().fact().health() == Health.UNKNOWN)
                        || parts.stream().anyMatch(Seen::stale);
        boolean faults = looked.filter(l -> !l.faults().isEmpty()).isPresent();
        if (parts.isEmpty()) {
            return new Headline(Mark.UNKNOWN, texts.get("spaces.says.nothing"));
        }
        if (!gone.isEmpty()) {
            return new Headline(Mark.ATTENTION, gone);
        }
        if (faults || unsure) {
            return new Headline(Mark.UNKNOWN, texts.get("spaces.says.unsure"));
        }
        String key = looked.isPresent() ? "spaces.says.fine" : "spaces.says.before";
        return new Headline(Mark.FINE, texts.get(key));
    }

    private static String words(Texts texts, List<Seen> parts, Health health) {
        String end = "." + HealthWords.lower(health);
        return CAUSES.stream()
                .filter(kind -> parts.stream().anyMatch(p -> is(p, kind, health)))
                .limit(NAMED)
                .map(kind -> texts.get("spaces.says." + lower(kind) + end))
                .collect(Collectors.joining(" · "));
    }

    private static boolean is(Seen part, Kind kind, Health health) {
        return part.link().fact().kind() == kind && part.link().fact().health() == health;
    }

    private static String lower(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
