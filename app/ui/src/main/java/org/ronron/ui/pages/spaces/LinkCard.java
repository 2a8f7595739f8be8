package org.ronron.ui.pages.spaces;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ronron.api.LinkFact;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.Copying;
import org.ronron.ui.pages.shared.Marked;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Icons;
import org.ronron.ui.parts.Ui;

/** One part of a space: how it is, on which connection, its name there, what else is told. */
final class LinkCard extends VBox {
    private static final Set<String> NOT_SO = Set.of("", "false", "off");

    private final Ui ui;
    private final Texts texts;

    LinkCard(Ui ui, Seen seen) {
        super(2);
        this.ui = ui;
        this.texts = ui.texts();
        LinkFact fact = seen.link().fact();
        String kind = fact.kind().name().toLowerCase(Locale.ROOT);
        setId("link-" + kind);
        getStyleClass().add("link");
        if (seen.stale()) {
            getStyleClass().add("stale");
        }
        HealthWords how = HealthWords.of(texts, fact.health(), seen.stale());
        getChildren()
                .addAll(
                        Bits.row(
                                8,
                                Bits.line(texts.get("spaces.kind." + kind), "strong", "link-kind"),
                                Bits.spring(),
                                Marked.whole(texts, how.mark(), how.word(), "small-words")),
                        name(seen, kind));
        String details = details(seen);
        if (!details.isEmpty()) {
            getChildren().add(Bits.text(details, "note", "link-details"));
        }
    }

    private HBox name(Seen seen, String kind) {
        String key = seen.link().fact().key();
        Label name = Bits.line(key, "mono", "link-name");
        name.setMinWidth(0);
        Button copy = new Button("", Icons.of("fth-copy"));
        copy.setId("copy-" + kind);
        copy.setAccessibleText(texts.get("spaces.copy", "name", key));
        copy.getStyleClass().addAll("flat", "icon-button");
        copy.setOnAction(e -> Copying.copy(ui, key));
        return Bits.row(4, name, copy, Bits.spring(), Bits.whole(where(seen), "note"));
    }

    /** "PostgreSQL · db-1 · il y a 8 s". */
    private String where(Seen seen) {
        String type = seen.link().type();
        String system = texts.find(type, "connector.name").orElse(type);
        String name = seen.link().endpointName();
        Instant now = ui.clock().instant();
        String age =
                seen.at()
                        .map(at -> texts.figures().age(at, now))
                        .orElse(texts.get("connections.never"));
        return name.toLowerCase(Locale.ROOT).contains(system.toLowerCase(Locale.ROOT))
                ? name + " · " + age
                : system + " · " + name + " · " + age;
    }

    /** "Taille : 210 Mio · Compte : amap-vallon"; what is not so goes without saying. */
    private String details(Seen seen) {
        return new TreeMap<>(seen.link().fact().details())
                .entrySet().stream()
                        .filter(told -> !NOT_SO.contains(told.getValue()))
                        .map(told -> detail(seen.link().type(), told.getKey(), told.getValue()))
                        .collect(Collectors.joining(" · "));
    }

    private String detail(String type, String key, String value) {
        String name = texts.find(type, "link." + key).orElse(key);
        return value.equals("true")
                ? name
                : texts.get("spaces.detail", "name", name, "value", value(type, key, value));
    }

    private String value(String type, String key, String value) {
        if (key.equals(SpaceFacts.OFFICE)) {
            return new SpaceFacts(ui).choice(key, value);
        }
        if (key.endsWith("Bytes") && value.matches("\\d{1,18}")) {
            return texts.figures().bytes(Long.parseLong(value));
        }
        if (value.matches("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z")) {
            return texts.figures().age(Instant.parse(value), ui.clock().instant());
        }
        return texts.figures().published(texts.said(texts.value(type, key, value)));
    }
}
