/** A plan before it is applied. */
@NullMarked
package org.ronron.ui.pages.review;

import org.jspecify.annotations.NullMarked;
