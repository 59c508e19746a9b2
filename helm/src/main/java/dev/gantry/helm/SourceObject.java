package dev.gantry.helm;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An object that a chart renders.
 *
 * @param source what renders it, such as {@code redis/templates/service.yaml}
 * @param isHook whether Helm would apply it at an event, and not with the others
 * @param tree its manifest
 */
record SourceObject(String source, boolean isHook, ObjectNode tree) {}
