package org.ronron.api;

/** One node of this endpoint that is to stand in another zone. */
public record Move(String nodeKey, String zone) {}
