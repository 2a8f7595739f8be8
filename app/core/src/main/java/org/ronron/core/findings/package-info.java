/** What needs a person. */
@NullMarked
package org.ronron.core.findings;

import org.jspecify.annotations.NullMarked;
