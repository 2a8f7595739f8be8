package org.ronron.api;

/** How a call shows who it is; the host puts the secret in, the connector never sees it. */
public sealed interface Auth {
    /** No login. */
    record None() implements Auth {}

    /** {@code Authorization: Bearer <secret>}, the secret being the setting of this key. */
    record Bearer(String secretKey) implements Auth {}

    /** {@code <header>: <secret>}. */
    record Header(String header, String secretKey) implements Auth {}
}
