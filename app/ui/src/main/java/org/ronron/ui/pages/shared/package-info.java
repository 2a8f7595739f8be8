/**
 * What several pages use: words of steps and plans, and the way from a future back to the window.
 */
@NullMarked
package org.ronron.ui.pages.shared;

import org.jspecify.annotations.NullMarked;
