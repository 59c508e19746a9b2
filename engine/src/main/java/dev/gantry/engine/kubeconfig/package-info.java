/** Which cluster is meant, with which credentials: kubeconfig files, contexts, proxies. Reads files, and sends nothing. */
@NullMarked
package dev.gantry.engine.kubeconfig;

import org.jspecify.annotations.NullMarked;
