package org.ronron.ui.topology;

import org.ronron.ui.parts.Token;

/**
 * A part of a bar.
 *
 * @param from share of the bar's width, from 0 to 1
 * @param to share of the bar's width, not less than {@code from}
 * @param hatched drawn in stripes: its size is not published, it starts, or it has failed
 * @param group what its siblings share; empty for none
 */
record Cell(double from, double to, Token colour, boolean hatched, String group) {}
