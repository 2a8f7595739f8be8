/** A real mail server on loopback, which keeps what it is sent. */
@NullMarked
package org.ronron.practice.mail;

import org.jspecify.annotations.NullMarked;
