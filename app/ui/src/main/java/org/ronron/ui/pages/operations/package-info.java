/** Operations under way and past. */
@NullMarked
package org.ronron.ui.pages.operations;

import org.jspecify.annotations.NullMarked;
