package org.ronron.core.plan;

/** Something done with backups: one step, which goes on without us. */
public sealed interface BackupChange extends Change permits BackUp, CheckBackup, RestorePoint {
    String endpointId();

    /** The series, by its tool's own name. */
    String key();
}
