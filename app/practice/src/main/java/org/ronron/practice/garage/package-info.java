/**
 * Garage for practice and for tests: {@link org.ronron.practice.garage.RealGarage} starts real
 * daemons; {@link org.ronron.practice.garage.GarageSimulator} answers in their place where there is
 * none.
 */
@NullMarked
package org.ronron.practice.garage;

import org.jspecify.annotations.NullMarked;
