package org.ronron.plugin.minio;

import org.ronron.api.ErrorCode;
import org.ronron.api.Severity;

/** What goes wrong with MinIO alone. */
public enum MinioError implements ErrorCode {
    /** A name that no bucket or user of ours has. Details: {@code name}. */
    BAD_NAME("R-MIN-01"),
    /** It was there before, or is another plan's. Details: {@code name}. */
    NOT_OURS("R-MIN-02"),
    /** A bucket still holds objects. Details: {@code name}. */
    HOLDS_DATA("R-MIN-03"),
    /**
     * Objects that the archive does not hold as they are. Details: {@code name}, {@code objects},
     * {@code first}.
     */
    NOT_SAVED("R-MIN-04"),
    /**
     * Another quota than the one that was set. Details: {@code name}, {@code wanted}, {@code
     * found}.
     */
    QUOTA_DIFFERS("R-MIN-05");

    private final String id;

    MinioError(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }
}
