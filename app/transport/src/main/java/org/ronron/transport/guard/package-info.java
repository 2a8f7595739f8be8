/** What HTTP and SSH have in common: whose call it is, whom it trusts, how long it may last. */
@NullMarked
package org.ronron.transport.guard;

import org.jspecify.annotations.NullMarked;
