package org.ronron.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A tool that keeps recovery points. What it keeps stands in {@link Observation#backups()}; it is
 * asked to do something by actions, whose arguments are {@code key} (the series), {@code receipt}
 * (under which the machine does it by itself), and as the verb needs {@code point}, {@code data}
 * (whether every byte is read) and {@code destination} (an absolute path that is not there yet, or
 * is empty).
 */
public interface Backups extends Capability {
    /** Makes a recovery point. */
    String RUN = "backup.run";

    /** Looks whether what is kept is sound. */
    String CHECK = "backup.check";

    /** Never an action's verb: how a {@link JobFact} tells of a check that reads every byte. */
    String CHECK_DATA = "backup.check.data";

    /** Restores one point to a named place, and compares what came back. */
    String RESTORE = "backup.restore";

    /**
     * The points that the next pruning would remove, by the tool's own dry run; removes nothing.
     *
     * @param key of the series
     */
    List<String> nextToGo(String key) throws ConnectorException;

    /** What an action would load, asked just before it is decided. */
    Outlook outlook(Action action) throws ConnectorException;

    /**
     * The verb under which the work of an action is begun and told of: {@link #CHECK_DATA} for a
     * check whose argument {@code data} is true, else the action's own. A series counts as checked
     * by a job of these verbs that ended as {@link JobFact.State#DONE}, and its data as read, or a
     * point as restored and compared, by nothing else; after one that FAILED it counts as checked
     * no more.
     */
    static String job(Action action) {
        boolean reads = action.arguments().bool("data").orElse(false);
        return action.verb().equals(CHECK) && reads ? CHECK_DATA : action.verb();
    }

    /**
     * What is to be known before.
     *
     * @param took how long it took last time
     * @param bytes that it will read or write
     * @param free bytes free where it writes
     * @param running what runs there already, one line each
     */
    record Outlook(
            Optional<Duration> took, OptionalLong bytes, OptionalLong free, List<String> running) {
        public Outlook {
            running = List.copyOf(running);
        }
    }
}
