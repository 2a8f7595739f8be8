/**
 * What the pages share: controls, marks of state, overlays, and the one bridge to the FX thread.
 */
@NullMarked
package org.ronron.ui.parts;

import org.jspecify.annotations.NullMarked;
