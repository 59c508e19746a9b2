package dev.gantry.engine.desired;

import dev.gantry.bundle.BundleStack;
import java.util.List;

/**
 * What one stack is to consist of in one environment.
 *
 * @param blueprint the class name of the program
 * @param environment such as {@code production}
 * @param stack its name, namespace and generated Secrets
 * @param objects in the order in which they can be applied
 */
public record Release(String blueprint, String environment, BundleStack stack, List<DesiredObject> objects) {

    /** Copies the list. */
    public Release {
        objects = List.copyOf(objects);
    }

    /** The same stack with nothing in it, which is what is left when it is destroyed. */
    public Release emptied() {
        return new Release(
                blueprint,
                environment,
                new BundleStack(stack.name(), stack.namespace(), stack.dependencies(), List.of()),
                List.of());
    }
}
