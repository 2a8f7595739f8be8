/**
 * The Charon connector: requests for spaces, as a source in front of Framaspace's Charon would tell
 * them. The contract is ours, see README.md of this folder: no text of Charon's was found.
 */
@NullMarked
package org.ronron.plugin.charon;

import org.jspecify.annotations.NullMarked;
