package org.ronron.ui.pages.findings;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ronron.core.desk.DeskState;
import org.ronron.core.model.Accepted;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Finding;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.DayWords;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/** What was accepted, folded to one line; each can be taken up again. */
public final class AcceptedView extends VBox {
    private final Ui ui;
    private final Texts texts;
    private final VBox all = Bits.column(10);
    private final String fold;
    private boolean unfolded;
    private @Nullable List<Accepted> drawn;

    /**
     * @param id of its place: what folds and unfolds is named {@code <id>-fold}
     * @param open whether it is unfolded at first
     */
    public AcceptedView(Ui ui, String id, boolean open) {
        super(8);
        this.fold = id + "-fold";
        this.ui = ui;
        this.texts = ui.texts();
        this.unfolded = open;
        getStyleClass().add("accepted");
    }

    /** Shows those that are chosen; takes no room when there are none. */
    public void show(DeskState state, Predicate<Accepted> which) {
        List<Accepted> accepted =
                state.collective().map(Collective::accepted).orElse(List.of()).stream()
                        .filter(which)
                        .toList();
        if (accepted.equals(drawn)) {
            return;
        }
        drawn = accepted;
        draw(accepted);
    }

    private void draw(List<Accepted> accepted) {
        all.getChildren().clear();
        for (int i = 0; i < accepted.size(); i++) {
            all.getChildren().add(line(i, accepted.get(i)));
        }
        String key = unfolded ? "findings.unfolded" : "findings.folded";
        Button line =
                Bits.button(
                        texts.get(key, "what", summary(accepted)),
                        () -> turn(accepted),
                        "fold-line",
                        "small");
        line.setId(fold);
        line.setMinWidth(0);
        line.setMinHeight(USE_PREF_SIZE);
        line.setWrapText(true);
        getChildren().setAll(line, all);
        Bits.shown(all, unfolded);
        Bits.shown(this, !accepted.isEmpty());
    }

    private void turn(List<Accepted> accepted) {
        unfolded = !unfolded;
        draw(accepted);
        lookup("#" + fold).requestFocus();
    }

    /** One is said whole; of several, how many there are. */
    private String summary(List<Accepted> accepted) {
        String count = texts.count("findings.exceptions", accepted.size());
        return accepted.size() == 1 && !unfolded
                ? texts.get("findings.exception", "count", count, "what", said(accepted.getFirst()))
                : count;
    }

    private String said(Accepted accepted) {
        Finding finding = accepted.finding();
        String subject = finding.details().getOrDefault("names", finding.subject());
        return texts.get(
                "findings.exception.said",
                "subject",
                subject.isEmpty() ? FindingWords.of(ui).brief(finding) : subject,
                "reason",
                accepted.reason(),
                "day",
                day(accepted.until()));
    }

    private String day(LocalDate day) {
        LocalDate today = LocalDate.ofInstant(ui.clock().instant(), ui.zone());
        return new DayWords(texts, ui.zone()).date(day, today);
    }

    private VBox line(int at, Accepted accepted) {
        Button reopen =
                Bits.button(texts.get("findings.reopen"), () -> reopen(accepted), "small", "flat");
        reopen.setId("finding-reopen-" + at);
        VBox line =
                Bits.column(
                        2,
                        Bits.text(FindingWords.of(ui).what(accepted.finding())),
                        Bits.text(
                                texts.get(
                                        "findings.exception.by",
                                        "reason",
                                        accepted.reason(),
                                        "who",
                                        accepted.who().isEmpty() ? "—" : accepted.who(),
                                        "day",
                                        day(accepted.until())),
                                "secondary"),
                        reopen);
        line.getStyleClass().add("accepted-line");
        return line;
    }

    private void reopen(Accepted accepted) {
        Asking.run(
                ui,
                ui.desk().findings().reopen(accepted),
                () -> {
                    ui.navigator().closeOverlay();
                    ui.navigator().say(texts.get("findings.reopened"));
                });
    }
}
