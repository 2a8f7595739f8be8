/** The first page. */
@NullMarked
package org.ronron.ui.pages.welcome;

import org.jspecify.annotations.NullMarked;
