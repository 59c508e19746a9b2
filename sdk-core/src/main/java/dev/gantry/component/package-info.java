/**
 * What teams write again and again, made of the public API and nothing else: read it as an example, and write your own in the
 * same way. A finding about a component's resources names the author's line and the component's.
 */
@NullMarked
package dev.gantry.component;

import org.jspecify.annotations.NullMarked;
