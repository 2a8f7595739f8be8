/** A collective's backups on loopback: real Borg and real Barman. */
@NullMarked
package org.ronron.practice.backup;

import org.jspecify.annotations.NullMarked;
