package org.ronron.plugin.postgresql;

import static org.ronron.api.CommonError.LOGIN_REFUSED;
import static org.ronron.api.CommonError.SERVER_ERROR;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.ErrorCode;
import org.ronron.api.Fault;

/**
 * What the library reports, in the catalogue's words. Codes are SQLSTATE (PostgreSQL 15, appendix
 * A). Of the server's words only the message itself is told, never its detail or the statement.
 */
record SqlFaults(Server server) {
    /**
     * @param sent whether a change was on its way
     * @param name of what it is about
     */
    ConnectorException of(SQLException e, boolean sent, String name) {
        String state = Optional.ofNullable(e.getSQLState()).orElse("");
        Optional<String> said =
                Optional.of(e)
                        .filter(PSQLException.class::isInstance)
                        .map(own -> ((PSQLException) own).getServerErrorMessage())
                        .map(ServerErrorMessage::getMessage);
        Optional<Fault> wire = server.sockets().refused();
        Fault fault = wire.orElseGet(() -> told(state, said, name));
        // what the server itself refused has had no effect; where the line broke it may have
        boolean broke = wire.isPresent() || state.matches("|(08|57P|58|XX).*|40003");
        Effect effect = sent && broke ? Effect.UNKNOWN : Effect.NONE;
        return new ConnectorException(fault.withEffect(effect));
    }

    private Fault told(String state, Optional<String> said, String name) {
        Map<String, String> details =
                Map.of(
                        "address", server.address(),
                        "name", name,
                        "database", server.database(),
                        "seconds", "" + Server.DEADLINE.toSeconds(),
                        "right", said.orElse(""),
                        "found", said.orElse("not what a PostgreSQL says"),
                        "status", state,
                        "message", said.orElse(""),
                        "cause", "the server ended it");
        ErrorCode code = said.isPresent() ? servers(state, said.get()) : librarys(state);
        return new Fault(code, server.host().endpointName(), Effect.NONE, details);
    }

    /** Pgpool-II 4.x says what is its own as an internal error: it is told by its words only. */
    private static ErrorCode servers(String state, String said) {
        return switch (state.equals("XX000") ? "pool: " + said : state) {
            case "28P01", "28000", "08004" -> LOGIN_REFUSED;
            case "42501" -> CommonError.RIGHT_MISSING;
            case "57014" -> CommonError.TIMEOUT;
            case "42710", "42P04" -> PostgresqlError.TAKEN;
            case "2BP01" -> PostgresqlError.HOLDS_DATA;
            case "55006" -> PostgresqlError.IN_USE;
            case "25006" -> PostgresqlError.READS_ONLY;
            case "3D000" -> PostgresqlError.NO_DATABASE;
            case "53100" -> PostgresqlError.DISK_FULL;
            case "53300" -> PostgresqlError.TOO_MANY;
            case "57P01", "57P02", "57P03" -> PostgresqlError.NOT_NOW;
            // at a login, one server knows the database or the role and another does not yet
            case "pool: unable to read message kind" -> PostgresqlError.NOT_ALIKE;
            default -> said.contains("authentication failed") ? LOGIN_REFUSED : SERVER_ERROR;
        };
    }

    /** Without words of the server they are the library's own. */
    private ErrorCode librarys(String state) {
        boolean cut = state.matches("08(?!P01|004).*");
        ErrorCode other = cut ? CommonError.CUT : CommonError.BAD_ANSWER;
        return state.equals("08004") && server.tls() ? PostgresqlError.NO_TLS : other;
    }
}
