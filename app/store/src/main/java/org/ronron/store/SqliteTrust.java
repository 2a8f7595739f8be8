package org.ronron.store;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.ronron.core.port.Ids;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Trust;

/** Accepted keys; each acceptance and each forgetting stays in an append-only table. */
record SqliteTrust(Writer writer, OneReader reader, InstantSource clock, Ids ids) implements Trust {
    @Override
    public List<TrustedKey> keys(String address) throws StorageException {
        return reader.read(
                "SELECT * FROM trusted_key WHERE address = ? ORDER BY accepted_at, fingerprint",
                row ->
                        new TrustedKey(
                                row.getString("address"),
                                row.getString("algorithm"),
                                row.getString("fingerprint"),
                                row.getLong("accepted_at"),
                                row.getString("accepted_by")),
                address);
    }

    /** A key accepted twice keeps its first acceptance. */
    @Override
    public void accept(TrustedKey key) throws StorageException {
        writer.write(
                "trust",
                db -> {
                    int added =
                            db.update(
                                    "INSERT INTO trusted_key (address, algorithm, fingerprint,"
                                            + " accepted_at, accepted_by) VALUES (?, ?, ?, ?, ?)"
                                            + " ON CONFLICT DO NOTHING",
                                    key.address(),
                                    key.algorithm(),
                                    key.fingerprint(),
                                    key.acceptedAt(),
                                    key.acceptedBy());
                    if (added > 0) {
                        record(db, "accepted", key.address(), key.fingerprint(), key.acceptedBy());
                    }
                });
    }

    @Override
    public void forget(String address, String fingerprint) throws StorageException {
        writer.write(
                "trust",
                db -> {
                    int gone =
                            db.update(
                                    "DELETE FROM trusted_key"
                                            + " WHERE address = ? AND fingerprint = ?",
                                    address,
                                    fingerprint);
                    if (gone > 0) {
                        String who = "SELECT value FROM preference WHERE name = 'name'";
                        record(db, "forgotten", address, fingerprint, db.one(who).orElse(""));
                    }
                });
    }

    private void record(Db db, String act, String address, String fingerprint, String who)
            throws SQLException {
        db.update(
                "INSERT INTO trust_history (id, at, act, address, fingerprint, who, format)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                ids.next(),
                clock.millis(),
                act,
                address,
                fingerprint,
                who,
                SqliteJournal.FORMAT);
    }
}
