package org.ronron.ui.topology;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ronron.core.desk.Staging.MoveForecast;
import org.ronron.core.desk.Staging.Refusal;
import org.ronron.core.model.Node;
import org.ronron.core.plan.MoveNode;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Ui;

/** From a wish to move machines to what is staged: forecast, question, staging. */
final class Moving {
    private final Ui ui;

    Moving(Ui ui) {
        this.ui = ui;
    }

    /** Fills the card with what would follow, if it is still shown when the answer is there. */
    void forecast(ForecastCard card, List<Node> nodes, String zone) {
        answers(card, nodes, zone);
    }

    /** What is there at once, then all of it. A refusal comes with the second as well. */
    private void answers(ForecastCard card, List<Node> nodes, String zone) {
        List<MoveNode> moves = moves(nodes, zone, MoveNode.Truth.WILL_CARRY);
        Asking.ask(ui, ui.desk().staging().outlook(moves), card::outlook, refusal -> {});
        Asking.ask(ui, ui.desk().staging().forecast(moves), card::show, card::show);
    }

    /** Asks beside the anchor what is true, and stages with the answer. */
    void ask(List<Node> nodes, String zone, javafx.scene.Node anchor) {
        ForecastCard card = new ForecastCard(ui.texts(), nodes, zone);
        card.ask((forecast, truth) -> stage(allowed(nodes, forecast), zone, truth));
        answers(card, nodes, zone);
        ui.navigator().beside(card, anchor);
    }

    private static List<Node> allowed(List<Node> nodes, MoveForecast forecast) {
        Set<String> refused =
                forecast.refusals().stream().map(Refusal::nodeId).collect(Collectors.toSet());
        return nodes.stream().filter(n -> !refused.contains(n.id())).toList();
    }

    private void stage(List<Node> nodes, String zone, MoveNode.Truth truth) {
        ui.navigator().closeOverlay();
        Asking.run(
                ui,
                ui.desk().staging().stage(moves(nodes, zone, truth)),
                () -> ui.navigator().say(ui.texts().get("topology.staged")));
    }

    private static List<MoveNode> moves(List<Node> nodes, String zone, MoveNode.Truth truth) {
        return nodes.stream().map(n -> new MoveNode(n.id(), zone, truth)).toList();
    }
}
