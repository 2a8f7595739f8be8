/**
 * JSON text to {@link org.ronron.api.Json} and back, bounded: for answers, plans and journal rows.
 */
@NullMarked
package org.ronron.core.json;

import org.jspecify.annotations.NullMarked;
