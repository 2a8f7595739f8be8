/** The secrets, in one sealed file behind core's port. */
@NullMarked
package org.ronron.transport.vault;

import org.jspecify.annotations.NullMarked;
