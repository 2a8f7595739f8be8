package org.ronron.core.model;

import java.util.List;

/** Whether everything is saved. */
public record Safety(List<Backup> backups, List<Uncovered> uncovered) {
    public static final Safety NONE = new Safety(List.of(), List.of());

    public Safety {
        backups = List.copyOf(backups);
        uncovered = List.copyOf(uncovered);
    }
}
