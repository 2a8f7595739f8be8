/**
 * SSH servers on loopback for the practice and the tests: {@link org.ronron.practice.ssh.RealSshd}
 * where OpenSSH is installed, {@link org.ronron.practice.ssh.MinaSshd} where it is not or where a
 * server has to misbehave.
 */
@NullMarked
package org.ronron.practice.ssh;

import org.jspecify.annotations.NullMarked;
