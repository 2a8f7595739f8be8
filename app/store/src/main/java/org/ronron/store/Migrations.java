package org.ronron.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * Brings a database to this version's schema with Flyway. The caller holds the folder's lock, since
 * Flyway takes none on SQLite, and no migration holds a pragma. The migrations are named here
 * instead of found by a scan: a scan sees nothing in a linked image, and takes its time.
 */
final class Migrations {
    private static final List<String> SCRIPTS = List.of("V1__first.sql");

    /** The schema that this version writes. */
    static final int CURRENT = SCRIPTS.size();

    private Migrations() {}

    static void run(Path database) throws SQLException {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(new OneDatabase(database))
                .resourceProvider(new Scripts())
                .javaMigrationClassProvider(List::of)
                .installedBy("ronron")
                .cleanDisabled(true)
                .load()
                .migrate();
        try (Db db = Db.writing(database)) {
            db.run("PRAGMA user_version = " + CURRENT);
        }
    }

    /** The newest schema that any Ronron brought this database to. */
    static int found(Db db) throws SQLException {
        int marked = Integer.parseInt(db.one("PRAGMA user_version").orElse("0"));
        String table = "SELECT count(*) FROM sqlite_schema WHERE name = 'flyway_schema_history'";
        if (db.one(table).orElse("0").equals("0")) {
            return marked;
        }
        // A newer version that was killed between its migration and the mark.
        String newest = "SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history";
        return Math.max(marked, Integer.parseInt(db.one(newest).orElse("0")));
    }

    static int marked(Db db) throws SQLException {
        return Integer.parseInt(db.one("PRAGMA user_version").orElse("0"));
    }

    /** The schema alone, for an empty database in memory. */
    static void runInMemory(Db db) throws SQLException, IOException {
        for (String script : SCRIPTS) {
            db.script(text(script));
        }
    }

    private static String text(String script) throws IOException {
        String path = "/db/migration/" + script;
        try (InputStream in = Migrations.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IOException("missing in this build: " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static final class Scripts implements ResourceProvider {
        @Override
        public @Nullable LoadableResource getResource(String name) {
            return SCRIPTS.contains(name) ? new Script(name) : null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            List<LoadableResource> found = new ArrayList<>();
            for (String script : SCRIPTS) {
                if (script.startsWith(prefix) && List.of(suffixes).contains(".sql")) {
                    found.add(new Script(script));
                }
            }
            return found;
        }
    }

    private static final class Script extends LoadableResource {
        private final String name;

        Script(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            try {
                return new StringReader(text(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String getAbsolutePath() {
            return "db/migration/" + name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return getAbsolutePath();
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
