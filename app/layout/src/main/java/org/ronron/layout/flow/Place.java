package org.ronron.layout.flow;

/**
 * A node that stores.
 *
 * @param room so many partitions it may hold
 */
public record Place(String zone, int room) {}
