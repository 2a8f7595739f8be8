package org.ronron.core.model;

import java.util.List;

/**
 * Whether everything is saved.
 *
 * @param unkept whether there is something to save, and no connection at all that keeps backups
 * @param uncovered empty when there is none, and as long as a tool was never heard
 */
public record Safety(boolean unkept, List<Backup> backups, List<Uncovered> uncovered) {
    public static final Safety NONE = new Safety(List.of(), List.of());

    /** Of a collective with backups, or with nothing to save. */
    public Safety(List<Backup> backups, List<Uncovered> uncovered) {
        this(false, backups, uncovered);
    }

    public Safety {
        backups = List.copyOf(backups);
        uncovered = List.copyOf(uncovered);
    }
}
