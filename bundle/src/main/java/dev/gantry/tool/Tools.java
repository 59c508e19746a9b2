package dev.gantry.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The tools of a class path. They are looked for when the first request comes. Requests and answers are texts, so that a program may ask
 * that shares no classes with the tools: {@link ToolRequest#text()} goes in, {@link ToolAnswer#text()} comes out.
 */
public final class Tools implements UnaryOperator<String>, AutoCloseable {

    /** The task whose answer has the names of all tasks for its results. */
    public static final String TASKS = "tasks";

    private final Supplier<? extends Iterable<Tool>> found;
    private List<Tool> tools = List.of();
    private boolean isLoaded;

    private Tools(Supplier<? extends Iterable<Tool>> found) {
        this.found = found;
    }

    /** Those that a class loader finds. */
    public static Tools in(ClassLoader loader) {
        return new Tools(() -> ServiceLoader.load(Tool.class, loader));
    }

    /**
     * Those that a class loader finds, after another one.
     *
     * @param first {@code null} for none
     */
    public static Tools with(@Nullable Tool first, ClassLoader loader) {
        return first == null
                ? in(loader)
                : new Tools(() -> {
                    List<Tool> all = new ArrayList<>(List.of(first));
                    ServiceLoader.load(Tool.class, loader).forEach(all::add);
                    return all;
                });
    }

    /** These, in the order in which they are asked. */
    public static Tools of(Tool... tools) {
        List<Tool> all = List.of(tools);
        return new Tools(() -> all);
    }

    @Override
    public String apply(String request) {
        try {
            return answer(ToolRequest.parse(request)).text();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has a request answered by the first tool that does its task. What tasks there are, {@value #TASKS} asks. */
    public ToolAnswer answer(ToolRequest request) {
        if (request.task().equals(TASKS)) {
            return tasks();
        }
        for (Tool tool : tools()) {
            if (tool.tasks().contains(request.task())) {
                return tool.answer(request);
            }
        }
        return ToolAnswer.nobody();
    }

    private ToolAnswer tasks() {
        ToolAnswer answer = ToolAnswer.done();
        for (Tool tool : tools()) {
            for (String task : tool.tasks()) {
                answer = answer.with(task, "");
            }
        }
        return answer;
    }

    private synchronized List<Tool> tools() {
        if (!isLoaded) {
            List<Tool> all = new ArrayList<>();
            found.get().forEach(all::add);
            tools = List.copyOf(all);
            isLoaded = true;
        }
        return tools;
    }

    /** Has the tools give back what they have kept. */
    @Override
    public synchronized void close() {
        tools.forEach(Tool::release);
    }
}
