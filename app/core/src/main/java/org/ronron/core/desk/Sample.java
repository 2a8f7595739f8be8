package org.ronron.core.desk;

import org.ronron.core.model.Edits;
import org.ronron.core.model.Heard;
import org.ronron.core.port.Workspace;

/**
 * A sample collective as it was published.
 *
 * @param heard its source, as if an endpoint had said it; it is never connected
 * @param edits its published figures and the kinds of its machines
 */
record Sample(Workspace.CollectiveRow row, Heard heard, Edits edits) {}
