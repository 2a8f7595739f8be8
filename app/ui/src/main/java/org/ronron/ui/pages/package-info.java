/** The pages that are not the topology: welcome, connections, review, operations, history. */
@NullMarked
package org.ronron.ui.pages;

import org.jspecify.annotations.NullMarked;
