package org.ronron.api;

/**
 * One step's call on an endpoint, as data. Secrets stand in it as names only.
 *
 * @param endpointId the endpoint in the model
 * @param verb as the connector knows it, {@code layout.stage}; its words are {@code action.<verb>}
 *     in the connector's texts
 */
public record Action(String endpointId, String verb, Json.Obj arguments) {}
