package org.ronron.core.port;

/** Makes ids: sortable by time, unique, made once (ULID, 26 characters of Crockford's base 32). */
@FunctionalInterface
public interface Ids {
    String next();
}
