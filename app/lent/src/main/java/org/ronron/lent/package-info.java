/** Sockets of the host as client libraries want them: OkHttp over them, TLS from the first byte. */
@NullMarked
package org.ronron.lent;

import org.jspecify.annotations.NullMarked;
