/** Work that a machine does by itself, under a receipt. */
@NullMarked
package org.ronron.receipt;

import org.jspecify.annotations.NullMarked;
