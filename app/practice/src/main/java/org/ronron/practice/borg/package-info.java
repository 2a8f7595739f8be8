/** A real machine that makes backups with Borg and borgmatic, and the faults that it can have. */
@NullMarked
package org.ronron.practice.borg;

import org.jspecify.annotations.NullMarked;
