package org.ronron.core.plan;

/** What a volunteer wants of one node; each leads to a plan. */
public sealed interface Change permits MoveNode, ServeNode {
    String nodeId();
}
