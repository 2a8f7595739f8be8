/** The command line, on the same core and rules as the window. */
@NullMarked
package org.ronron.cli;

import org.jspecify.annotations.NullMarked;
