package org.ronron.ui.window;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.core.desk.DeskState;
import org.ronron.core.desk.DeskState.TrustQuestion;
import org.ronron.core.model.Collective;
import org.ronron.core.plan.NodeChange;
import org.ronron.core.port.Secrets;
import org.ronron.core.port.Workspace;

/** States of a desk, and the same with one thing changed. */
public final class States {
    public static final Instant NOW = Instant.parse("2026-11-23T21:04:20Z");

    private States() {}

    public static DeskState of(Collective collective, String language, String theme) {
        return new DeskState(
                Optional.of(collective),
                List.of(
                        new Workspace.CollectiveRow(
                                collective.id(), collective.name(), collective.kind())),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Secrets.State.ABSENT,
                Map.of("language", language, "theme", theme),
                Optional.empty(),
                false,
                NOW);
    }

    public static DeskState welcome() {
        DeskState open = of(Deuxfleurs.own(), "fr", "light");
        return new DeskState(
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                open.vault(),
                open.preferences(),
                Optional.empty(),
                false,
                NOW);
    }

    public static DeskState staged(DeskState of, List<? extends NodeChange> staged) {
        return with(of, staged, of.questions(), of.preferences(), of.vault());
    }

    public static DeskState asking(DeskState of, TrustQuestion... questions) {
        return with(of, of.staged(), List.of(questions), of.preferences(), of.vault());
    }

    public static DeskState preferring(DeskState of, Map<String, String> preferences) {
        return with(of, of.staged(), of.questions(), preferences, of.vault());
    }

    public static DeskState vault(DeskState of, Secrets.State vault) {
        return with(of, of.staged(), of.questions(), of.preferences(), vault);
    }

    private static DeskState with(
            DeskState of,
            List<? extends NodeChange> staged,
            List<TrustQuestion> questions,
            Map<String, String> preferences,
            Secrets.State vault) {
        return new DeskState(
                of.collective(),
                of.collectives(),
                List.copyOf(staged),
                of.operations(),
                of.history(),
                questions,
                vault,
                preferences,
                of.trouble(),
                of.refreshing(),
                of.at());
    }
}
