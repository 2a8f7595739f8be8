/** A real Barman, and what can go wrong with it. */
@NullMarked
package org.ronron.practice.barman;

import org.jspecify.annotations.NullMarked;
