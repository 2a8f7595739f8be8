/** The garage connector. */
@NullMarked
package org.ronron.plugin.garage;

import org.jspecify.annotations.NullMarked;
