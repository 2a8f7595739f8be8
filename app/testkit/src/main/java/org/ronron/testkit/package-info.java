/** Test scope only: the conformance suite, the FX extension, the rules of architecture. */
@NullMarked
package org.ronron.testkit;

import org.jspecify.annotations.NullMarked;
