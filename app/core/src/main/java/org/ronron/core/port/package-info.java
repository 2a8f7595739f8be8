/**
 * What core needs of the outside: the journal, the workspace, trust, secrets, ids, crash points.
 */
@NullMarked
package org.ronron.core.port;

import org.jspecify.annotations.NullMarked;
