package dev.gantry.tool;

import java.util.List;

/**
 * Does tasks for runs of programs. Tools are services: {@link java.util.ServiceLoader} finds them, in the plugin's class path or in that
 * of a program.
 */
public interface Tool {

    /** The names of what it does, such as {@code helm-render}. */
    List<String> tasks();

    /**
     * Does one of its tasks. What is wrong becomes a finding of the answer, and nothing is thrown. Several threads may ask at once.
     *
     * @param request whose task is one of {@link #tasks()}
     */
    ToolAnswer answer(ToolRequest request);

    /** Gives back what it has kept for later requests; it may be asked again all the same. */
    default void release() {}
}
