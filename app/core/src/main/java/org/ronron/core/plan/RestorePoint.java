package org.ronron.core.plan;

/**
 * One point restored to a place that is not the original, and compared.
 *
 * @param destination an absolute path on the tool's machine that is not there yet, or is empty
 */
public record RestorePoint(String endpointId, String key, String point, String destination)
        implements BackupChange {}
