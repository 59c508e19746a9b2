/** Resources of Istio that teams write again and again, together. */
@NullMarked
package dev.gantry.istio.component;

import org.jspecify.annotations.NullMarked;
