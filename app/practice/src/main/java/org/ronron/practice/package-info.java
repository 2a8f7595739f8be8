/** Servers and simulators on loopback, the practice collective, the tour. */
@NullMarked
package org.ronron.practice;

import org.jspecify.annotations.NullMarked;
