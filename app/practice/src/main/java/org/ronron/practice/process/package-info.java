/**
 * Real programs, started for a practice or a test and stopped with all that they started: find it
 * ({@link org.ronron.practice.process.Programs}), a free port ({@link
 * org.ronron.practice.process.Ports}), a folder ({@link org.ronron.practice.process.TempFolder}),
 * then {@link org.ronron.practice.process.Running}.
 */
@NullMarked
package org.ronron.practice.process;

import org.jspecify.annotations.NullMarked;
