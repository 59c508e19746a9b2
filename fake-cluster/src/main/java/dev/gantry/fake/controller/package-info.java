/** What happens in a cluster by itself: readiness, binding, garbage, the end of namespaces, kinds from definitions. */
@NullMarked
package dev.gantry.fake.controller;

import org.jspecify.annotations.NullMarked;
