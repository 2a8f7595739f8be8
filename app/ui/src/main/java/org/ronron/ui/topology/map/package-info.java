/**
 * The picture itself: what is drawn as an immutable value, where it lies, and how it becomes
 * pixels. One control, however many machines.
 */
@org.jspecify.annotations.NullMarked
package org.ronron.ui.topology.map;
