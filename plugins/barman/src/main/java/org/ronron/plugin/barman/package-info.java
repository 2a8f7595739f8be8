/**
 * Backups of PostgreSQL by Barman, over SSH. {@code tell.py} asks Barman where it runs and tells
 * facts as lines; {@code Told} reads them, {@code Series} makes backups of them, {@code Attention}
 * findings. {@code BarmanActions} begins work that goes on by itself.
 */
@NullMarked
package org.ronron.plugin.barman;

import org.jspecify.annotations.NullMarked;
