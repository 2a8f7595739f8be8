/** How fast the real window is with very many spaces, and beside a plain table. */
@NullMarked
package org.ronron.practice.bench;

import org.jspecify.annotations.NullMarked;
