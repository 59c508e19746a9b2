package dev.gantry;

import dev.gantry.extension.Resource;
import java.util.List;

/**
 * Resources that belong together, such as all that one service needs. A component is ordinary Java: a class, or a method
 * that answers several resources, needs nothing else than this.
 */
public interface Component {

    /** What a stack takes over when the component is added to it, in this order. */
    List<Resource> resources();

    /**
     * The same, for components that make other resources of another stack.
     *
     * @param stack that takes them over
     */
    default List<Resource> resources(Stack stack) {
        return resources();
    }
}
