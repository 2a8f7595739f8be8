/** HAProxy: the addresses that it leads to spaces, in its map and at run time. */
@NullMarked
package org.ronron.plugin.haproxy;

import org.jspecify.annotations.NullMarked;
