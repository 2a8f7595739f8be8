/** OkHttp over the host's sockets, for vendors' clients that are built upon it. */
@NullMarked
package org.ronron.lent;

import org.jspecify.annotations.NullMarked;
