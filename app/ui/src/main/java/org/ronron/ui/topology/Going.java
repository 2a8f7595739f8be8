package org.ronron.ui.topology;

import org.ronron.core.model.Workload;

/** Where a click in the inspector leads: what it names is selected and brought into sight. */
interface Going {
    void node(String id);

    void workload(String nodeId, Workload of);

    void zone(String name);
}
