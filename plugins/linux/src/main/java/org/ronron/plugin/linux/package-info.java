/** The linux connector. */
@NullMarked
package org.ronron.plugin.linux;

import org.jspecify.annotations.NullMarked;
