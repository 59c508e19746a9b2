/** What the kinds of Istio share, and the injection of its proxies. */
@NullMarked
package dev.gantry.istio;

import org.jspecify.annotations.NullMarked;
