/** Real PostgreSQL servers on loopback: one alone, a primary with its replica, Pgpool-II before. */
@NullMarked
package org.ronron.practice.postgresql;

import org.jspecify.annotations.NullMarked;
