package org.ronron.ui.pages.connections;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.ronron.core.desk.DeskState.TrustQuestion;
import org.ronron.core.desk.EndpointDraft;
import org.ronron.core.hosts.HostList;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.port.Secrets;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.Ui;

/** Several machines: read from where they are written down, looked over, tried, and kept. */
final class SeveralHosts extends VBox {
    private static final double ROW = 40;
    private static final int MOST_ROWS = 9;

    private final Ui ui;
    private final Texts texts;
    private final Runnable close;
    private final ForAllHosts forAll;
    private final ListView<HostRow> list = new ListView<>();
    private final Fingerprints keys;
    private final VBox vault = Bits.column(0);
    private final Button tryOut;
    private final Button add;
    private List<HostRow> rows = List.of();

    /**
     * @param type the connector for machines by SSH
     * @param close back to the list
     */
    SeveralHosts(Ui ui, String type, Runnable close) {
        super(12);
        this.ui = ui;
        this.texts = ui.texts();
        this.close = close;
        this.forAll = new ForAllHosts(ui, type);
        this.keys = new Fingerprints(ui, this::accept);
        this.tryOut = Bits.button("", () -> tryOut(ticked()));
        this.add = Bits.button("", this::add, "accent");
        Bits.shown(vault, false);
        tryOut.setId("hosts-try");
        add.setId("hosts-add");
        list.setFixedCellSize(ROW);
        list.getStyleClass().addAll("card", "rows");
        list.setCellFactory(of -> new HostRowCell(ui, this::count));
        getChildren().add(new HostSources(ui, this::found));
    }

    /** The list in the place of its sources. */
    private void found(HostList read) {
        List<EndpointView> endpoints =
                ui.desk().state().collective().map(Collective::endpoints).orElse(List.of());
        List<String> names = new ArrayList<>(endpoints.stream().map(EndpointView::name).toList());
        List<HostRow> all = new ArrayList<>();
        read.hosts()
                .forEach(
                        line -> {
                            HostRow row = new HostRow(line, endpoints, names);
                            names.add(row.name());
                            all.add(row);
                        });
        rows = List.copyOf(all);
        list.setItems(FXCollections.observableList(all));
        double height = Math.clamp(rows.size(), 1, MOST_ROWS) * ROW + 2;
        list.setMinHeight(height);
        list.setPrefHeight(height);
        Bits.shown(list, !rows.isEmpty());
        VBox said = Bits.column(4);
        read.remarks()
                .forEach(
                        remark ->
                                said.getChildren()
                                        .add(
                                                Bits.text(
                                                        texts.get(
                                                                "hosts.remark."
                                                                        + remark.kind()
                                                                                .name()
                                                                                .toLowerCase(
                                                                                        Locale
                                                                                                .ROOT),
                                                                "source",
                                                                remark.source(),
                                                                "text",
                                                                remark.text()),
                                                        "note")));
        Folded remarks =
                new Folded(
                        texts.count("hosts.remarks", read.remarks().size()), "hosts-remarks", said);
        Bits.shown(remarks, !read.remarks().isEmpty());
        remarks.open(rows.isEmpty());
        getChildren()
                .setAll(
                        forAll,
                        Bits.row(
                                8,
                                Bits.line(texts.count("hosts.found", rows.size()), "strong"),
                                Bits.spring(),
                                tryOut,
                                add),
                        vault,
                        Bits.column(2, HostRowCell.titles(texts), list),
                        remarks,
                        keys);
        count();
    }

    private List<HostRow> ticked() {
        return rows.stream().filter(HostRow::ticked).toList();
    }

    private List<HostRow> ready() {
        return ticked().stream().filter(r -> r.state() == HostRow.State.ANSWERED).toList();
    }

    private void count() {
        boolean busy = rows.stream().anyMatch(r -> r.state() == HostRow.State.TRYING);
        tryOut.setText(texts.count("hosts.try", ticked().size()));
        tryOut.setDisable(busy || ticked().isEmpty());
        add.setText(
                ready().isEmpty()
                        ? texts.get("hosts.add.none")
                        : texts.count("hosts.add", ready().size()));
        add.setDisable(busy || ready().isEmpty());
        keys.show(
                rows.stream()
                        .flatMap(r -> r.question().stream())
                        .filter(q -> !q.changed())
                        .toList());
        list.refresh();
    }

    private void tryOut(List<HostRow> chosen) {
        boolean nameless = chosen.stream().anyMatch(r -> r.line().user().isEmpty());
        if (!forAll.check()) {
            return;
        }
        if (nameless && !forAll.namesUser()) {
            ui.navigator().say(texts.get("hosts.all.user"));
            forAll.focusUser();
            return;
        }
        for (HostRow row : chosen) {
            row.trying();
            EndpointDraft draft = forAll.draft(row);
            Asking.ask(
                    ui,
                    ui.desk().configuring().tryOut(draft).whenComplete((t, w) -> wipe(draft)),
                    trial -> {
                        row.answered(trial);
                        count();
                    },
                    fault -> {
                        row.failed(fault);
                        count();
                    });
        }
        count();
    }

    /** Those that a person compared; then their machines are tried again. */
    private void accept(List<TrustQuestion> questions) {
        for (TrustQuestion question : questions) {
            Asking.run(ui, ui.desk().accept(question), () -> tryAgain(question));
        }
    }

    private void tryAgain(TrustQuestion accepted) {
        tryOut(
                rows.stream()
                        .filter(
                                r ->
                                        r.question()
                                                .filter(q -> q.address().equals(accepted.address()))
                                                .isPresent())
                        .toList());
    }

    private void add() {
        Secrets.State state = ui.desk().state().vault();
        if (forAll.hasSecret() && state != Secrets.State.OPEN) {
            VaultGate gate =
                    new VaultGate(
                            ui,
                            state,
                            () -> {
                                Bits.shown(vault, false);
                                keep(ready(), 0);
                            });
            vault.getChildren().setAll(gate);
            Bits.shown(vault, true);
            gate.focus();
            return;
        }
        keep(ready(), 0);
    }

    /** One after the other; what is refused is said in its row, and the others go on. */
    private void keep(List<HostRow> chosen, int at) {
        if (at == chosen.size()) {
            kept(chosen);
            return;
        }
        HostRow row = chosen.get(at);
        EndpointDraft draft = forAll.draft(row);
        Asking.ask(
                ui,
                ui.desk()
                        .configuring()
                        .add(draft, row.seen().orElseThrow(), row.line().zone(), row.line().role())
                        .whenComplete((done, failed) -> wipe(draft)),
                done -> {
                    row.added();
                    keep(chosen, at + 1);
                },
                fault -> {
                    row.failed(fault);
                    keep(chosen, at + 1);
                });
    }

    private void kept(List<HostRow> chosen) {
        long added = chosen.stream().filter(r -> r.state() == HostRow.State.ADDED).count();
        ui.navigator().say(texts.count("hosts.added", added));
        count();
        if (rows.stream().noneMatch(HostRow::ticked)) {
            forAll.forgetSecret();
            close.run();
        }
    }

    private static void wipe(EndpointDraft draft) {
        draft.secrets().values().forEach(secret -> Arrays.fill(secret, '\0'));
    }
}
