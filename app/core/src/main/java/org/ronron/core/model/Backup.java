package org.ronron.core.model;

import java.time.Instant;
import java.util.Optional;
import org.ronron.api.BackupFact;
import org.ronron.api.JobFact;

/**
 * A series of backups with what may safely be said of it.
 *
 * @param seen when its tool told it
 * @param zone where the copy lies; empty when not known
 * @param verified what was last looked at, and how closely; empty when never
 */
public record Backup(
        String endpointId,
        String endpointName,
        String type,
        Instant seen,
        BackupFact fact,
        Posture posture,
        Place place,
        String zone,
        Optional<Verified> verified) {
    /** What may be said of it; the worst that is true. */
    public enum Posture {
        /** New enough, elsewhere, and looked at. */
        PROTECTED,
        /** New enough, and nobody ever looked whether it is sound. */
        NEVER_CHECKED,
        /** The only copy lies beside the data. */
        BESIDE,
        /** Its tool does not answer, or is at work: what is shown is as old as it says. */
        UNKNOWN,
        LATE,
        /** It cannot be relied upon. */
        BROKEN
    }

    /** Where the copy lies, seen from what it saves. */
    public enum Place {
        /** On the same machine or in the same zone. */
        BESIDE,
        ELSEWHERE,
        UNKNOWN
    }

    /**
     * Somebody looked.
     *
     * @param point the recovery point; empty when all was looked at
     * @param said what was compared, in the tool's words
     */
    public record Verified(Level level, String point, Instant at, String said) {}

    /** How closely. Only a point that was restored and compared is called verified. */
    public enum Level {
        CHECKED,
        DATA_CHECKED,
        RESTORED
    }

    /** What runs there now. */
    public Optional<JobFact> running() {
        return fact.jobs().stream().filter(j -> j.state() == JobFact.State.RUNNING).findFirst();
    }
}
