package org.ronron.ui.topology.map;

import java.util.Set;
import javafx.geometry.BoundingBox;
import javafx.geometry.Point2D;

/**
 * A part of the picture as it is drawn now: for who drives or reads it without eyes.
 *
 * @param id {@code zone-<name>}, {@code node-<name>} or {@code coming-<name>}
 * @param bounds in the control
 * @param grip where to take it, in the control: on its name
 * @param text all its words
 * @param looks how it is drawn: {@code selected}, {@code greyed}, {@code stale}, {@code leaving},
 *     {@code coming}, {@code dropping}, {@code cursor}, {@code bars}
 */
public record Part(String id, BoundingBox bounds, Point2D grip, String text, Set<String> looks) {}
