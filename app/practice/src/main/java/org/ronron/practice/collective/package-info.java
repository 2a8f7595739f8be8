/** The collective to practise on, with servers of its own on this computer. */
@NullMarked
package org.ronron.practice.collective;

import org.jspecify.annotations.NullMarked;
