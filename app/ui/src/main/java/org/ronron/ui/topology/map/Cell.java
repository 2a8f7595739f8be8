package org.ronron.ui.topology.map;

import org.ronron.ui.parts.Token;

/**
 * A part of a bar.
 *
 * @param from share of the bar's width, from 0 to 1
 * @param to share of the bar's width, not less than {@code from}
 * @param workload the id of what it stands for; empty for none
 * @param group what its siblings share; empty for none
 */
public record Cell(
        float from, float to, Token colour, Pattern pattern, String workload, String group) {}
