/** Whether everything is saved, where, and what can be done about it. */
@NullMarked
package org.ronron.ui.pages.backups;

import org.jspecify.annotations.NullMarked;
