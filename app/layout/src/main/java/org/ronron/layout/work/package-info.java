/** What a scheduler's services need, and where they find it when machines leave. No I/O. */
@NullMarked
package org.ronron.layout.work;

import org.jspecify.annotations.NullMarked;
