/**
 * Borg repositories as borgmatic's configuration on the machine names them. {@code Borg} runs the
 * scripts, {@code BorgReport} reads what they say of all repositories, {@code Jobs} what came of
 * work under receipts, {@code BorgActions} begins such work, {@code BorgBackups} tells what is to
 * be known before. What Borg's answers mean is decided by {@code common.py}, beside which the
 * passphrase stays.
 */
@NullMarked
package org.ronron.plugin.borg;

import org.jspecify.annotations.NullMarked;
