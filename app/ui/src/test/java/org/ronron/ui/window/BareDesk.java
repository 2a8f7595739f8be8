package org.ronron.ui.window;

import org.ronron.core.desk.BackupDesk;
import org.ronron.core.desk.Desk;
import org.ronron.core.desk.FindingDesk;

/** A desk without the parts that a page of its own is shown with. */
public interface BareDesk extends Desk {
    @Override
    default BackupDesk backups() {
        throw new UnsupportedOperationException();
    }

    @Override
    default FindingDesk findings() {
        throw new UnsupportedOperationException();
    }
}
