/** Mail: what those who asked for a space are told, by SMTP. */
@NullMarked
package org.ronron.plugin.mail;

import org.jspecify.annotations.NullMarked;
