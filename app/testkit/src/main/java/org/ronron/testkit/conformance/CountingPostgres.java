package org.ronron.testkit.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ronron.api.Action;
import org.ronron.api.Json;
import org.ronron.api.MadeSecret;
import org.ronron.practice.postgresql.RealPostgres;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;

/** A real PostgreSQL that writes every statement of our accounts to its log. */
public final class CountingPostgres implements Counting {
    /** What the log calls a statement, whichever way it came. */
    private static final Pattern STATEMENT =
            Pattern.compile("LOG:  (?:statement|execute [^:]*): (?:/\\*.*?\\*/)?\\s*(.*)");

    /** All that cannot change anything; whatever else comes is taken for a change. */
    private static final Pattern READS =
            Pattern.compile(
                    "(?:--.*|SELECT\\b(?!.*\\bINTO\\b).*|WITH asked AS.*|SHOW [A-Za-z_ ]+"
                            + "|SET (?:extra_float_digits|application_name|statement_timeout) = .*"
                            + "|SET default_transaction_read_only = on"
                            + "|SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY"
                            + "|BEGIN(?: READ ONLY)?|COMMIT|ROLLBACK)");

    private static final String SPACE = "preuve";
    private static final String MARK = "pr00fm";
    private final RealPostgres server;

    public CountingPostgres(Programs programs) throws IOException, MissingProgramException {
        server = RealPostgres.start(programs, Map.of("log_statement", "all"));
    }

    /** What logs in there, and what a plan has made to be given away. */
    public static Map<String, String> secrets() {
        return Map.of(
                "password",
                RealPostgres.password(RealPostgres.READER),
                "writerPassword",
                RealPostgres.password(RealPostgres.WRITER),
                secret().name(),
                "practice-made-secret");
    }

    private static MadeSecret secret() {
        return MadeSecret.of("01proof", "database", MadeSecret.Kind.PASSWORD);
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "host",
                "127.0.0.1",
                "port",
                "" + server.port(),
                "tls",
                "off",
                "user",
                RealPostgres.READER,
                "writer",
                RealPostgres.WRITER);
    }

    @Override
    public Optional<Map<String, String>> beside() {
        return Optional.empty();
    }

    @Override
    public boolean countsLibraries() {
        return true;
    }

    @Override
    public List<Action> samples(String endpointId) {
        Json.Obj marked = Json.obj().with("mark", MARK);
        Json.Obj database = marked.with("database", SPACE).with("owner", SPACE);
        Json.Obj role = marked.with("role", SPACE);
        return List.of(
                new Action(endpointId, "role.create", role.with("password", secret().json())),
                new Action(endpointId, "database.create", database),
                new Action(endpointId, "database.remove", database.with("saved", Json.of(true))),
                new Action(endpointId, "role.remove", role));
    }

    @Override
    public Optional<Action> one(String endpointId) {
        return samples(endpointId).stream().findFirst();
    }

    @Override
    public List<String> changes(Predicate<String> reads) {
        return statements().stream().filter(s -> !READS.matcher(s).matches()).toList();
    }

    @Override
    public int calls() {
        return statements().size();
    }

    private List<String> statements() {
        try {
            return STATEMENT
                    .matcher(server.log())
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
