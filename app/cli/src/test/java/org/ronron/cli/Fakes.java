package org.ronron.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.ronron.api.NodeFact;
import org.ronron.core.model.Node;
import org.ronron.core.model.Notes;

/** Machines with nothing special about them. */
final class Fakes {
    private Fakes() {}

    static List<Node> nodes(int many) {
        return IntStream.range(0, many).mapToObj(Fakes::node).toList();
    }

    private static Node node(int i) {
        return new Node(
                "n:" + i,
                "node-" + i,
                "bespin",
                false,
                Node.State.FINE,
                NodeFact.Machine.PHYSICAL,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                List.of(),
                List.of(),
                false,
                "",
                Notes.EMPTY);
    }
}
