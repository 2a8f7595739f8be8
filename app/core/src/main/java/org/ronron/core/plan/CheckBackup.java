package org.ronron.core.plan;

/**
 * A look whether a series is sound.
 *
 * @param point one of its points; empty for all
 * @param data whether every byte is read
 */
public record CheckBackup(String endpointId, String key, String point, boolean data)
        implements BackupChange {}
