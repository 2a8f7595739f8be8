/** The connections and the form that adds one. */
@NullMarked
package org.ronron.ui.pages.connections;

import org.jspecify.annotations.NullMarked;
