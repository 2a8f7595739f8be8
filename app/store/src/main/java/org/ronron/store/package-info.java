/** The workspace, journal and trust table in SQLite. */
@NullMarked
package org.ronron.store;

import org.jspecify.annotations.NullMarked;
