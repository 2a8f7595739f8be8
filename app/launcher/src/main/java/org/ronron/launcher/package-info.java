/** The composition root: the only room that sees all. */
@NullMarked
package org.ronron.launcher;

import org.jspecify.annotations.NullMarked;
