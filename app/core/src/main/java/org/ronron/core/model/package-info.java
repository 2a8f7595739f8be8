/** The collective as one immutable snapshot. */
@NullMarked
package org.ronron.core.model;

import org.jspecify.annotations.NullMarked;
