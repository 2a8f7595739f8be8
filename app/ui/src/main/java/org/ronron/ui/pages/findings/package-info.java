/** What needs a person: said, mended, accepted for a time. */
@NullMarked
package org.ronron.ui.pages.findings;

import org.jspecify.annotations.NullMarked;
