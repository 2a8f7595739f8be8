package org.ronron.core.plan;

/**
 * What the volunteer wants: that systems place services on a node, or that they place none there
 * and move away what runs.
 */
public record ServeNode(String nodeId, boolean serves) implements NodeChange {}
