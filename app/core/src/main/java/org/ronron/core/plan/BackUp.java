package org.ronron.core.plan;

/** A recovery point made now. */
public record BackUp(String endpointId, String key) implements BackupChange {}
