/** Texts, samples, style sheets, icons and fonts as files. */
@NullMarked
package org.ronron.resources;

import org.jspecify.annotations.NullMarked;
