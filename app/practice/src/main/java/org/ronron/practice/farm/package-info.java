/** The servers of a collective that gives spaces away: a small Nextcloud farm on loopback. */
@NullMarked
package org.ronron.practice.farm;

import org.jspecify.annotations.NullMarked;
