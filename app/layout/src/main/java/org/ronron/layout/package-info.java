/**
 * Layout arithmetic: how much a cluster holds, how many zones it may lose, what has to be copied
 * when nodes move. Pure functions of immutable records: no I/O, no clock, any thread.
 *
 * <p>The rules are those of Garage's layout computation (its reference manual, "Cluster layout
 * management", and the figures that its own previews give).
 */
@NullMarked
package org.ronron.layout;

import org.jspecify.annotations.NullMarked;
