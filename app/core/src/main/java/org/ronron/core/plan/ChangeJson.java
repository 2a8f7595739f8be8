package org.ronron.core.plan;

import java.util.NoSuchElementException;
import org.ronron.api.Json;

/** A change as data, as it stands in plans and in what is staged. */
public final class ChangeJson {
    private ChangeJson() {}

    public static Json.Obj write(Change change) {
        Json.Obj node = Json.obj().with("node", change.nodeId());
        return switch (change) {
            case MoveNode move -> node.with("zone", move.zone()).with("truth", move.truth().name());
            case ServeNode serve -> node.with("serves", Json.of(serve.serves()));
        };
    }

    /**
     * @throws NoSuchElementException when a member is missing
     * @throws IllegalArgumentException when it is of a kind that this version does not know
     */
    public static Change read(Json.Obj json) {
        String node = PlanJson.text(json, "node");
        return json.bool("serves").isPresent()
                ? new ServeNode(node, json.bool("serves").get())
                : new MoveNode(
                        node,
                        PlanJson.text(json, "zone"),
                        MoveNode.Truth.valueOf(PlanJson.text(json, "truth")));
    }
}
