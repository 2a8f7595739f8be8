package org.ronron.core.plan;

/** What a volunteer wants; each leads to a plan. */
public sealed interface Change permits NodeChange, SpaceChange, BackupChange, Mend, Tell {}
