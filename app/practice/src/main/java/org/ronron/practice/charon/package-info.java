/**
 * A stand-in for Framaspace's Charon, after our own contract ({@code plugins/charon/README.md}): no
 * text of Charon's was found. Its organisations are invented.
 */
@NullMarked
package org.ronron.practice.charon;

import org.jspecify.annotations.NullMarked;
