/**
 * SSH by MINA SSHD: one client, one session a machine, host keys from our own trust, scripts over
 * standard input.
 */
@NullMarked
package org.ronron.transport.ssh;

import org.jspecify.annotations.NullMarked;
