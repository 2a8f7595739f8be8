package org.ronron.api;

/** Something that a session can do; see DESIGN.md section 5 for the list. */
public interface Capability {}
