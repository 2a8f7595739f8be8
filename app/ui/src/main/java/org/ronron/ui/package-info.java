/** The window. */
@NullMarked
package org.ronron.ui;

import org.jspecify.annotations.NullMarked;
