package org.ronron.practice.postgresql;

import java.io.IOException;
import java.util.Map;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;

/**
 * A primary that waits for its one replica, {@link #REPLICA}, before it says that something is
 * written: as a farm has it whose reads are spread over both. Not thread-safe.
 */
public final class RealPostgresPair implements AutoCloseable {
    /** What the replica calls itself. */
    public static final String REPLICA = "replica1";

    private final RealPostgres primary;
    private final RealPostgres replica;

    private RealPostgresPair(RealPostgres primary, RealPostgres replica) {
        this.primary = primary;
        this.replica = replica;
    }

    /**
     * Starts both and waits until the replica is synchronous: some six seconds.
     *
     * @param further lines of the primary's configuration; {@code synchronous_commit} among them
     */
    public static RealPostgresPair start(Programs programs, Map<String, String> further)
            throws IOException, MissingProgramException {
        RealPostgres primary = RealPostgres.start(programs, further);
        try {
            RealPostgres replica = primary.replica(REPLICA, Map.of());
            RealPostgresPair pair = new RealPostgresPair(primary, replica);
            try {
                pair.synchronise();
                return pair;
            } catch (IOException e) {
                replica.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            primary.close();
            throw e;
        }
    }

    /** The primary waits for the replica from now on. */
    public void synchronise() throws IOException {
        standby("FIRST 1 (" + REPLICA + ")");
        awaitState("sync");
    }

    /** The primary waits for nobody from now on. */
    public void desynchronise() throws IOException {
        standby("");
        awaitState("async");
    }

    private void standby(String names) throws IOException {
        primary.sql(
                "postgres",
                "ALTER SYSTEM SET synchronous_standby_names = '"
                        + names
                        + "';\nSELECT pg_reload_conf();");
    }

    private void awaitState(String wanted) throws IOException {
        primary.await(
                () ->
                        primary.sql("postgres", "SELECT sync_state FROM pg_stat_replication")
                                .equals(wanted));
    }

    public RealPostgres primary() {
        return primary;
    }

    public RealPostgres replica() {
        return replica;
    }

    @Override
    public void close() {
        replica.close();
        primary.close();
    }
}
