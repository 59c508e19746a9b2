/** Services and Ingresses, which lead to pods, and NetworkPolicies, which keep others from them. */
@NullMarked
package dev.gantry.network;

import org.jspecify.annotations.NullMarked;
