/** The rules of the house that a build fails on: directions, cycles, texts, sizes. */
@NullMarked
package org.ronron.testkit.rules;

import org.jspecify.annotations.NullMarked;
