/**
 * Gotify 2 and 3: an application's token sends, a client's token reads and listens. What is written
 * here of its answers was seen on a real 3.0.0 (see the captures of the tests).
 */
@NullMarked
package org.ronron.plugin.gotify;

import org.jspecify.annotations.NullMarked;
