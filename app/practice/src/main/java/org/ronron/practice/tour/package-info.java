/** The evening that the tour plays, through the real window. */
@NullMarked
package org.ronron.practice.tour;

import org.jspecify.annotations.NullMarked;
