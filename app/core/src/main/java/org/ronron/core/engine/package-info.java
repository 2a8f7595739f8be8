/** Carries plans out: INTENT before effect, OUTCOME with the model, probe after a crash. */
@NullMarked
package org.ronron.core.engine;

import org.jspecify.annotations.NullMarked;
