package org.ronron.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/** One SQLite connection, with the few calls that the store needs. For one thread at a time. */
final class Db implements AutoCloseable {
    /** Reads the current row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Connection connection;

    private Db(Connection connection) {
        this.connection = connection;
    }

    /** Opens a file to write it; SQLite makes it when it is missing. */
    static Db writing(Path file) throws SQLException {
        return open(uri(file), new SQLiteConfig());
    }

    /** Opens a file that is there, with no way to change it. */
    static Db reading(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return open(uri(file), config);
    }

    static Db inMemory() throws SQLException {
        return open(":memory:", new SQLiteConfig());
    }

    /**
     * As a URI, since sqlite-jdbc would take a question mark in a path for the start of options.
     */
    private static String uri(Path file) {
        return "file:" + file.toUri().getRawPath();
    }

    private static Db open(String name, SQLiteConfig config) throws SQLException {
        return new Db(config.createConnection("jdbc:sqlite:" + name));
    }

    /** The connection itself, for a library that wants one; who takes it closes it. */
    Connection connection() {
        return connection;
    }

    /** Runs one statement; an answer is dropped. */
    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs a script of any number of statements. */
    void script(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    int update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, values);
            return statement.executeUpdate();
        }
    }

    <T> List<T> query(String sql, Row<T> reader, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, values);
            List<T> found = new ArrayList<>();
            if (!statement.execute()) {
                return found; // A pragma that SQLite does not know has no columns.
            }
            try (ResultSet rows = statement.getResultSet()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        }
    }

    /** The first column of the first row as text; empty when there is no row, or NULL. */
    Optional<String> one(String sql, Object... values) throws SQLException {
        return query(sql, row -> Optional.ofNullable(row.getString(1)), values).stream()
                .findFirst()
                .flatMap(value -> value);
    }

    private static void fill(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
