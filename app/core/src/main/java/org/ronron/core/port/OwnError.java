package org.ronron.core.port;

import org.ronron.api.ErrorCode;
import org.ronron.api.Severity;

/** Errors of Ronron's own rooms: the store, the vault, plans and operations. */
public enum OwnError implements ErrorCode {
    /** The disk is full. Details: {@code folder}. */
    DISK_FULL("R-STO-01", Severity.STOP),
    /** The database cannot be written. Details: {@code file}. */
    DATABASE_READ_ONLY("R-STO-02", Severity.STOP),
    /** The database is damaged. Details: {@code file}, {@code backup}. */
    DATABASE_DAMAGED("R-STO-03", Severity.STOP),
    /** The database was written by a newer Ronron. Details: {@code file}, {@code version}. */
    DATABASE_NEWER("R-STO-04", Severity.STOP),
    /** Another window has this folder open. Details: {@code folder}. */
    ALREADY_OPEN("R-STO-05"),
    /** Any other failure of the store. Details: {@code file}, {@code cause}. */
    STORE_FAILED("R-STO-06", Severity.STOP),
    /** A setting of the database is not as it must be. Details: {@code setting}, {@code found}. */
    DATABASE_SETTING("R-STO-07", Severity.STOP),
    /** The folder lies where a database must not be. Details: {@code folder}, {@code kind}. */
    BAD_FOLDER("R-STO-08", Severity.STOP),
    /** The file is another program's database. Details: {@code file}. */
    DATABASE_FOREIGN("R-STO-09", Severity.STOP),
    /**
     * An older Ronron wrote the database, and reading alone must not change it. Details: {@code
     * file}.
     */
    DATABASE_OLDER("R-STO-10"),
    /**
     * A file that a person asked for could not be written. Details: {@code file}, {@code cause}.
     */
    FILE_NOT_WRITTEN("R-STO-11", Severity.WARN),
    /** The vault's passphrase is wrong. */
    VAULT_PASSPHRASE("R-VLT-01"),
    /** The vault is damaged. Details: {@code file}. */
    VAULT_DAMAGED("R-VLT-02", Severity.STOP),
    /** The vault is locked. */
    VAULT_LOCKED("R-VLT-03", Severity.WARN),
    /** There is no keyring of the session, or it does not answer. Details: {@code cause}. */
    KEYRING_MISSING("R-VLT-04", Severity.WARN),
    /** The session's keyring is locked, and was not opened. */
    KEYRING_LOCKED("R-VLT-05", Severity.WARN),
    /** The session's keyring does not hold the key to this vault any more. */
    KEYRING_EMPTY("R-VLT-06", Severity.WARN),
    /** The world has moved since the plan. Details: {@code endpoint}, {@code moved}. */
    PLAN_STALE("R-PLAN-01", Severity.WARN),
    /** This node cannot change zone. Details: {@code node}, {@code reason}. */
    CANNOT_MOVE("R-PLAN-02", Severity.WARN),
    /** No endpoint can carry this change out. Details: {@code node}. */
    NOTHING_TO_DO("R-PLAN-03", Severity.WARN),
    /** What is staged asks for two different things. Details: {@code node}. */
    CONFLICTING("R-PLAN-04", Severity.WARN),
    /** Writing is not switched on. Details: {@code endpoint}. */
    WRITING_OFF("R-OPS-01", Severity.WARN),
    /** The step ended without a known outcome. Details: {@code step}, {@code found}. */
    OUTCOME_UNKNOWN("R-OPS-02"),
    /** Something was found there that is not ours. Details: {@code step}, {@code found}. */
    NOT_OURS("R-OPS-03"),
    /** After the step the world is not as promised. Details: {@code step}, {@code found}. */
    NOT_AS_PROMISED("R-OPS-04"),
    /** Another operation works on this endpoint. Details: {@code operation}. */
    BUSY("R-OPS-05", Severity.WARN),
    /** The connection's type is not known to this version. Details: {@code type}. */
    UNKNOWN_TYPE("R-CON-01"),
    /** A connection of this name is there already. Details: {@code name}. */
    NAME_TAKEN("R-CON-02", Severity.WARN),
    /** There is a space of this name. Details: {@code name}. */
    SPACE_TAKEN("R-SPC-01", Severity.WARN),
    /** What was wished is no name for a space. Details: {@code name}. */
    BAD_NAME("R-SPC-02", Severity.WARN),
    /**
     * The request was decided or changed meanwhile. Details: {@code organisation}, {@code by},
     * {@code at} (ISO 8601, UTC).
     */
    DECIDED("R-SPC-03", Severity.WARN),
    /** A system is missing. Details: {@code blueprint}, {@code type} of the connector. */
    BLUEPRINT_NEEDS("R-SPC-04", Severity.WARN),
    /** It is finished: changed again or removed, not undone. Details: {@code name}. */
    GIVEN("R-SPC-05", Severity.WARN),
    /** There is nothing to do for it, or it is not there any more. Details: {@code name}. */
    NO_SUCH_SPACE("R-SPC-06", Severity.WARN),
    /** Whom to write to is not known any more. */
    CONTACT_GONE("R-SPC-07", Severity.WARN),
    /** Nothing safe to offer mends this. Details: {@code step}. */
    NO_REMEDY("R-SPC-08", Severity.WARN),
    /** A series of backups, or one of its points, is not there any more. Details: {@code key}. */
    NO_SUCH_BACKUP("R-BAK-01", Severity.WARN),
    /** No clean absolute path to restore to. Details: {@code destination}. */
    BAD_DESTINATION("R-BAK-02", Severity.WARN),
    /**
     * What would be restored does not fit. Details: {@code destination}, {@code neededBytes},
     * {@code freeBytes}.
     */
    NO_ROOM("R-BAK-03", Severity.WARN),
    /** A finding is accepted with a reason, and there is none. */
    ACCEPTED_WITHOUT_REASON("R-FND-01", Severity.WARN),
    /** A finding is accepted until a day of the coming year. Details: {@code day}. */
    ACCEPTED_UNTIL("R-FND-02", Severity.WARN),
    /** Something that must not happen did. Details: {@code what}. */
    INTERNAL("R-INT-01");

    private final String id;
    private final Severity severity;

    OwnError(String id) {
        this(id, Severity.ERROR);
    }

    OwnError(String id, Severity severity) {
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
