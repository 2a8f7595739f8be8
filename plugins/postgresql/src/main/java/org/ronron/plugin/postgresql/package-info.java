/**
 * PostgreSQL, alone or with replicas, straight or through Pgpool-II, by its own client library over
 * the host's sockets. {@code Server} connects and runs statements, {@code SqlFaults} says in our
 * words what went wrong, {@code PostgresqlActions} makes and removes what a space needs.
 */
@NullMarked
package org.ronron.plugin.postgresql;

import org.jspecify.annotations.NullMarked;
