package org.ronron.core.plan;

/** What a volunteer wants of one node; staged first, several are planned at once. */
public sealed interface NodeChange extends Change permits MoveNode, ServeNode {
    String nodeId();
}
