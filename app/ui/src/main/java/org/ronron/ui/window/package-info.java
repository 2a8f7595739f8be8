/** The frame around the pages: top bar, rail, inspector, tray, overlays; and the window itself. */
@NullMarked
package org.ronron.ui.window;

import org.jspecify.annotations.NullMarked;
