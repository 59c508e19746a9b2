/** What the server refuses, in the words of Kubernetes. */
@NullMarked
package dev.gantry.fake.failure;

import org.jspecify.annotations.NullMarked;
