/** Changes and the plans that carry them out, as values. */
@NullMarked
package org.ronron.core.plan;

import org.jspecify.annotations.NullMarked;
