/** The one suite that every connector passes, and what lends a connector a way out in a test. */
@NullMarked
package org.ronron.testkit.conformance;

import org.jspecify.annotations.NullMarked;
