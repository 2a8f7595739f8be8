/** Machines to connect to, as a person has them written down elsewhere. */
@NullMarked
package org.ronron.core.hosts;

import org.jspecify.annotations.NullMarked;
