/** The one front of core for the window and the command line. */
@NullMarked
package org.ronron.core.desk;

import org.jspecify.annotations.NullMarked;
