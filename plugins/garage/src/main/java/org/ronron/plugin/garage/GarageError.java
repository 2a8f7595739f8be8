package org.ronron.plugin.garage;

import org.ronron.api.ErrorCode;
import org.ronron.api.Severity;

/** What can go wrong with a layout, beside what any system can do wrong. */
enum GarageError implements ErrorCode {
    /** The staging holds more or less than the plan says. Details: {@code staged}, {@code plan}. */
    STAGED_BY_OTHERS("R-GAR-01", Severity.WARN),
    /** Garage refused the layout. Details: {@code message}. */
    APPLY_REFUSED("R-GAR-02", Severity.ERROR),
    /** Nodes hold different layouts under one version number. Details: {@code nodes}. */
    LAYOUTS_DIFFER("R-GAR-03", Severity.STOP),
    /** An earlier change still moves data. Details: {@code found}. */
    CHANGE_UNDER_WAY("R-GAR-04", Severity.WARN),
    /**
     * No layout can satisfy it. Details: {@code reason}, a forecast's text, and its {@code value}.
     */
    IMPOSSIBLE("R-GAR-05", Severity.WARN),
    /** The layout is not the one of the plan any more. Details: {@code planned}, {@code found}. */
    LAYOUT_MOVED_ON("R-GAR-06", Severity.WARN),
    /** Garage 1.x is only read. Details: {@code version}. */
    OLD_VERSION("R-GAR-07", Severity.WARN),
    /** A bucket or a key of this name is there already. Details: {@code name}. */
    THERE("R-GAR-08", Severity.WARN),
    /** A bucket without our mark is left alone. Details: {@code name}. */
    NOT_OURS("R-GAR-09", Severity.WARN),
    /** A bucket with files, or with uploads that are not finished. Details: {@code name}. */
    HOLDS_DATA("R-GAR-10", Severity.WARN),
    /** There is no such bucket or key. Details: {@code name}. */
    NOT_THERE("R-GAR-11", Severity.WARN),
    /** An argument that no plan of ours has. Details: {@code field}. */
    BAD_VALUE("R-GAR-12", Severity.WARN),
    /**
     * Garage's preview promises another capacity than the plan. Details: {@code planned}, {@code
     * found}, in bytes.
     */
    PREVIEW_DIFFERS("R-GAR-13", Severity.WARN);

    private final String id;
    private final Severity severity;

    GarageError(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
