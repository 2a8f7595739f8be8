/** Connections: SSH, HTTP, trust and the vault behind core's ports. */
@NullMarked
package org.ronron.transport;

import org.jspecify.annotations.NullMarked;
