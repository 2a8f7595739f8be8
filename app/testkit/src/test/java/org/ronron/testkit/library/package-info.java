/** Connectors whose client library connects by itself. */
@NullMarked
package org.ronron.testkit.library;

import org.jspecify.annotations.NullMarked;
