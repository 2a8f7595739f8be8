package org.ronron.plugin.postgresql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** One connection at work, which knows whether a change has been sent on it. */
final class Statements {
    /**
     * What Pgpool-II (4.x, "Load Balancing" of its manual) keeps from the replicas: a look right
     * after a change must not be answered by one that is behind.
     */
    private static final String PRIMARY = "/*NO LOAD BALANCE*/ ";

    private final Connection connection;

    /** Whether a change has been sent: then what a broken line left behind is not known. */
    boolean sent;

    /**
     * @param reading whether the server itself has to refuse every change
     */
    Statements(Connection connection, boolean reading) throws SQLException {
        this.connection = connection;
        // SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY, that is
        // default_transaction_read_only
        connection.setReadOnly(reading);
        run("SET statement_timeout = '" + Server.DEADLINE.toSeconds() + "s'");
        if (!reading) {
            // whoever is let in by a pool over several servers has to be known to all of them
            run("SET synchronous_commit = remote_apply");
        }
    }

    /** Rows of a question in its file. */
    List<Map<String, String>> rows(String file, String... values) throws SQLException {
        return asked(PRIMARY + text(file), values);
    }

    /** The first of them; empty when there is none. */
    Map<String, String> row(String file, String... values) throws SQLException {
        return rows(file, values).stream().findFirst().orElse(Map.of());
    }

    /** Rows as text by the column's name; what is null is left out. */
    List<Map<String, String>> asked(String question, String... values) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(question)) {
            for (int i = 0; i < values.length; i++) {
                asked.setString(i + 1, values[i]);
            }
            List<Map<String, String>> rows = new ArrayList<>();
            ResultSet found = asked.executeQuery();
            while (found.next()) {
                Map<String, String> row = new TreeMap<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    String name = found.getMetaData().getColumnLabel(i);
                    Optional.ofNullable(found.getString(i)).ifPresent(v -> row.put(name, v));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** A file of ours. */
    static String text(String file) {
        try (InputStream in = Statements.class.getResourceAsStream(file + ".sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException ownFileUnreadable) {
            throw new UncheckedIOException(ownFileUnreadable);
        }
    }

    /** Changes something. */
    void change(String statement) throws SQLException {
        sent = true;
        run(statement);
    }

    /** Changes all of it or nothing. */
    void together(List<String> statements) throws SQLException {
        connection.setAutoCommit(false);
        for (String statement : statements) {
            change(statement);
        }
        connection.commit();
    }

    /**
     * Changes what no transaction can hold. Who is no superuser makes and drops a database for a
     * role only as its member: the first statement makes us one, the last ends it.
     */
    void between(List<String> three) throws SQLException {
        change(three.getFirst());
        try {
            twice(three.get(1));
        } finally {
            change(three.getLast());
        }
    }

    /**
     * Somebody who is connected may be a pooler, which has not let go yet of the connection on
     * which we looked into the database ourselves: Pgpool-II drops what its idle children hold when
     * it sees a DROP DATABASE, and one may still be ending ours. Both times the server waits some
     * seconds by itself.
     */
    private void twice(String statement) throws SQLException {
        try {
            change(statement);
        } catch (SQLException e) {
            if (!"55006".equals(e.getSQLState())) {
                throw e;
            }
            change(statement);
        }
    }

    private void run(String text) throws SQLException {
        connection.createStatement().execute(text); // goes with the connection
    }
}
