/** A stand-in for Gotify. */
@NullMarked
package org.ronron.practice.gotify;

import org.jspecify.annotations.NullMarked;
