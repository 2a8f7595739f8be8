/** A real HAProxy on loopback. */
@NullMarked
package org.ronron.practice.haproxy;

import org.jspecify.annotations.NullMarked;
