/**
 * The contract between Ronron and a connector. Records are immutable; calls that reach a system may
 * block and are made off the window's thread; every failure of a system is a {@link
 * org.ronron.api.ConnectorException} that names the endpoint and says what to do.
 */
@NullMarked
package org.ronron.api;

import org.jspecify.annotations.NullMarked;
