/** Who did what, and when. */
@NullMarked
package org.ronron.ui.pages.history;

import org.jspecify.annotations.NullMarked;
