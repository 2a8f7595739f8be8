/** Requests for spaces: what was asked, what is known of it, and the answer. */
@NullMarked
package org.ronron.ui.pages.requests;

import org.jspecify.annotations.NullMarked;
