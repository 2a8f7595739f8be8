package org.ronron.ui.window;

import java.util.ArrayList;
import java.util.List;
import org.ronron.core.desk.DeskState;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Space;
import org.ronron.core.port.Secrets;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.findings.FindingsCard;
import org.ronron.ui.pages.requests.RequestsPage;
import org.ronron.ui.pages.spaces.SpacesPage;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Page;
import org.ronron.ui.parts.Ui;
import org.ronron.ui.topology.TopologyPage;

/** All that the palette can find: machines, zones, pages, actions. */
final class Entries {
    private final Ui ui;
    private final Texts texts;
    private final List<Finds.Entry> entries = new ArrayList<>();

    private Entries(Ui ui) {
        this.ui = ui;
        this.texts = ui.texts();
    }

    static Finds of(
            Ui ui,
            DeskState state,
            List<Page> pages,
            TopologyPage topology,
            SpacesPage spaces,
            Runnable help,
            Runnable unlock) {
        Entries all = new Entries(ui);
        state.collective().ifPresent(c -> all.collective(c, state, pages, topology));
        all.actions(state, help, unlock);
        return new Finds(
                all.entries.stream().map(Finds.Plainly::of).toList(),
                (typed, most) -> spaces.find(typed, most).stream().map(all::space).toList());
    }

    /** Of many thousand, only those that are found are made into entries. */
    private Finds.Entry space(Space space) {
        String name =
                space.organisation().isEmpty()
                        ? space.name()
                        : space.name() + " · " + space.organisation();
        return new Finds.Entry(
                name,
                texts.get("palette.space"),
                "fth-layers",
                () -> ui.navigator().space(space.name()));
    }

    private void collective(
            Collective collective, DeskState state, List<Page> pages, TopologyPage topology) {
        collective
                .nodes()
                .forEach(
                        n ->
                                add(
                                        n.name(),
                                        texts.get(
                                                "palette.node",
                                                "zone",
                                                n.zone().isEmpty()
                                                        ? texts.get("zone.none")
                                                        : n.zone()),
                                        "fth-server",
                                        () -> {
                                            ui.navigator().go(TopologyPage.ID);
                                            topology.select(n.id());
                                        }));
        collective.zones().stream()
                .filter(z -> !z.name().isEmpty())
                .forEach(
                        z ->
                                add(
                                        z.name(),
                                        texts.get("palette.zone"),
                                        "fth-map-pin",
                                        () -> {
                                            ui.navigator().go(TopologyPage.ID);
                                            topology.selectZone(z.name());
                                        }));
        collective
                .requests()
                .forEach(
                        r ->
                                add(
                                        RequestsPage.nameOf(texts, r),
                                        texts.get("palette.request"),
                                        "fth-inbox",
                                        () -> ui.navigator().request(r.ref())));
        pages.stream()
                .filter(p -> p.offered(state))
                .forEach(
                        p ->
                                add(
                                        texts.get("page." + p.id()),
                                        texts.get("palette.page"),
                                        p.icon(),
                                        () -> ui.navigator().go(p.id())));
    }

    private void actions(DeskState state, Runnable help, Runnable unlock) {
        if (state.collective().isPresent()) {
            action("palette.refresh", "fth-refresh-cw", () -> run(ui.desk().refresh()));
            action("top.readOnlyAll", "fth-lock", () -> run(ui.desk().readOnlyAll()));
            action(
                    "palette.findings",
                    "fth-alert-triangle",
                    () -> ui.navigator().overlay(new FindingsCard(ui, state)));
            action("top.welcome", "fth-home", ui.desk()::closeCollective);
        }
        if (NoticesCard.any(state)) {
            action("notices.title", "fth-bell", () -> ui.navigator().overlay(new NoticesCard(ui)));
        }
        if (VaultSign.locks(state) && state.vault() == Secrets.State.OPEN) {
            action("vault.lockNow", "fth-lock", () -> VaultSign.lock(ui));
            action("unused.title", "fth-key", () -> UnusedCard.open(ui));
        }
        if (VaultSign.locks(state) && state.vault() == Secrets.State.LOCKED) {
            action("top.unlock", "fth-unlock", unlock);
        }
        if (VaultSign.locks(state) && ui.desk().vault().keyring() == Secrets.Keyring.ON) {
            action("unlock.keyring.stop", "fth-key", this::stopKeyring);
        }
        for (Preference preference : Preference.values()) {
            action(preference.text(), "fth-sliders", () -> preference.choose(ui));
        }
        action("rail.help", "fth-help-circle", help);
    }

    private void stopKeyring() {
        Asking.run(
                ui,
                ui.desk().vault().useKeyring(false),
                () -> ui.navigator().say(texts.get("unlock.keyring.stopped")));
    }

    private void run(java.util.concurrent.CompletableFuture<Void> promise) {
        Asking.run(ui, promise, () -> {});
    }

    private void action(String text, String icon, Runnable go) {
        add(texts.get(text), texts.get("palette.action"), icon, go);
    }

    private void add(String name, String kind, String icon, Runnable go) {
        entries.add(new Finds.Entry(name, kind, icon, go));
    }
}
