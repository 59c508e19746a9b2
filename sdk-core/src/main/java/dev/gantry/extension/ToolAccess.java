package dev.gantry.extension;

import dev.gantry.bundle.Digest;
import dev.gantry.tool.ToolAnswer;
import dev.gantry.tool.ToolRequest;
import dev.gantry.tool.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How the runs of one execution ask for what needs programs of others: of whoever started it, or else of the tools on the class path.
 * What was made is kept in the module's {@code target/gantry-rendered}, below a digest of all that it follows from, so that a run finds
 * it where nobody can make it: a second JVM, a test, an IDE.
 */
public final class ToolAccess {

    private static final String FOLDER = "target/gantry-rendered";

    private final UnaryOperator<String> tools;
    private final Path folder;
    private final Map<String, Object> known = new ConcurrentHashMap<>(0);

    private ToolAccess(UnaryOperator<String> tools, Path folder) {
        this.tools = tools;
        this.folder = folder;
    }

    /**
     * Access for the runs of a module.
     *
     * @param module the module's folder
     * @param tools takes requests and gives answers, as {@link Tools} does; {@code null} for the tools of the class path
     */
    public static ToolAccess of(Path module, @Nullable UnaryOperator<String> tools) {
        // Only who asks loads the class of the tools.
        UnaryOperator<String> asked = tools != null ? tools : new ClassPathTools();
        return new ToolAccess(asked, module.resolve(FOLDER));
    }

    /** The tools on the class path of the SDK, which are looked for when somebody asks. */
    private static final class ClassPathTools implements UnaryOperator<String> {

        private @Nullable Tools found;

        @Override
        public synchronized String apply(String request) {
            Tools present = found;
            if (present == null) {
                present = Tools.in(ToolAccess.class.getClassLoader());
                found = present;
            }
            return present.apply(request);
        }
    }

    /** Whether there may be anybody who does a task: tools of other versions may not tell. */
    public boolean mayDo(String task) {
        ToolAnswer tasks = ask(ToolRequest.of(Tools.TASKS));
        return !tasks.isDone() || tasks.results().containsKey(task);
    }

    /** Asks for something that nobody keeps. */
    public ToolAnswer ask(ToolRequest request) {
        try {
            return ToolAnswer.parse(tools.apply(request.text()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Asks for something that is always the same, unless it is known from before. An answer with findings is not kept.
     *
     * @param key a digest of all that the answer follows from, the version of the tool included
     * @param keeping whether later executions may need it too
     * @param request what is asked where it is not known
     */
    public ToolAnswer once(String key, boolean keeping, Supplier<ToolRequest> request) {
        return onceMade(key, keeping, () -> ask(request.get()));
    }

    /**
     * Makes something that is always the same, unless it is known from before. An answer with findings is not kept.
     *
     * @param key a digest of all that the answer follows from
     * @param keeping whether later executions may need it too
     * @param making makes it where it is not known
     */
    public ToolAnswer onceMade(String key, boolean keeping, Supplier<ToolAnswer> making) {
        if (known.get(key) instanceof ToolAnswer answer) {
            return answer;
        }
        Path file = folder.resolve(key + ".json");
        ToolAnswer answer = kept(key, file);
        if (answer == null) {
            answer = making.get();
            if (answer.isClean() && keeping) {
                keep(key, file, answer);
            }
        } else if (!keeping) {
            return answer;
        }
        if (answer.isClean()) {
            known.put(key, answer);
        }
        return answer;
    }

    /**
     * Finds something out once for all runs of the execution.
     *
     * @param key what it is, by name
     * @param finding finds it out
     */
    public <T> T known(String key, Class<T> type, Supplier<T> finding) {
        Object present = known.get(key);
        if (present == null) {
            present = finding.get();
            known.put(key, present);
        }
        return type.cast(present);
    }

    /** What is kept; {@code null} if there is nothing, or if it is not as it was written. */
    private static @Nullable ToolAnswer kept(String key, Path file) {
        try {
            if (!Files.exists(file)) {
                return null;
            }
            String text = Files.readString(file);
            int end = text.indexOf('\n');
            String content = text.substring(end + 1);
            return end > 0 && text.substring(0, end).equals(sum(key, content)) ? ToolAnswer.parse(content) : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static void keep(String key, Path file, ToolAnswer answer) {
        try {
            Files.createDirectories(file.getParent());
            Path written = Files.createTempFile(file.getParent(), "part", ".tmp");
            String content = answer.text();
            Files.writeString(written, sum(key, content) + "\n" + content);
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // It is made again when it is needed again.
            return;
        }
    }

    private static String sum(String key, String content) {
        return Digest.sha256((key + content).getBytes(StandardCharsets.UTF_8));
    }
}
