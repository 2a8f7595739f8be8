/** That no argument ever becomes shell syntax. */
@NullMarked
package org.ronron.testkit.quoting;

import org.jspecify.annotations.NullMarked;
