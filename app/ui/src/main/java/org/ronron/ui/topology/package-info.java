/**
 * The packed picture of zones, machines and what runs on them; moving a machine to another zone.
 */
@NullMarked
package org.ronron.ui.topology;

import org.jspecify.annotations.NullMarked;
