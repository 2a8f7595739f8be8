/** Spaces: found in one breath among ten thousand, each with all its parts. */
@NullMarked
package org.ronron.ui.pages.spaces;

import org.jspecify.annotations.NullMarked;
