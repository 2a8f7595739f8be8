/** A Nomad that is none: one server and five clients on loopback, for tests and for practice. */
@NullMarked
package org.ronron.practice.nomad;

import org.jspecify.annotations.NullMarked;
