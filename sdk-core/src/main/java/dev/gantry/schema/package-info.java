/** Schemas of custom resources: made of Java classes, compared with what Kubernetes asks of schemas, and asked about values. */
@NullMarked
package dev.gantry.schema;

import org.jspecify.annotations.NullMarked;
