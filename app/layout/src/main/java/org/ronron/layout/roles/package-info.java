/**
 * Layouts of which each node is told a role, in the JSON of Garage's admin API (v2; v1 has fewer
 * members): read, compared, and the steps of a move between zones. Pure functions; whoever makes
 * the calls hands their answers in.
 */
@NullMarked
package org.ronron.layout.roles;

import org.jspecify.annotations.NullMarked;
