package dev.gantry.engine.cluster;

import java.util.Map;

/**
 * A request that a stub received.
 *
 * @param path without the query
 * @param query as it was sent; empty if there is none
 * @param headers by their names in lower case
 */
record Received(String method, String path, String query, Map<String, String> headers, String body) {}
