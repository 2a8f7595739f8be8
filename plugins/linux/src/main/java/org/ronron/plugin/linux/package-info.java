/**
 * A Linux machine, read over SSH by one constant script that changes nothing. {@code Sections}
 * takes the answer apart, {@code Facts} reads each part, {@code MachineReport} makes the
 * observation of it. What a machine does not tell is not known; it is never an error.
 */
@NullMarked
package org.ronron.plugin.linux;

import org.jspecify.annotations.NullMarked;
