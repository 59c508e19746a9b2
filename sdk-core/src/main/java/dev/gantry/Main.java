package dev.gantry;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The entry point of every run: {@code java -cp ... dev.gantry.Main com.acme.Shop}. Build tools call {@link #run}, which
 * takes nothing but strings and types of the JDK, so that they work with any version of the SDK.
 */
public final class Main {

    /** All is well. */
    public static final int OK = 0;
    /** There are findings that are errors; nothing was written. */
    public static final int FINDINGS = 1;
    /** The module has no blueprint; nothing was done. */
    public static final int NO_BLUEPRINT = 3;

    private Main() {}

    /**
     * Runs a program, and ends the Java process with its result.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        Execution.runAndExit(null, arguments);
    }

    /**
     * Runs a program. It prints nothing, and ends no process.
     *
     * @param arguments see {@code --help}
     * @param loader where the program's classes are
     * @param report takes the findings, as text or in the format that was asked for; not called if there are none
     * @param summary takes what was made, as text
     * @param tools does what needs programs of others: takes the text of a {@link dev.gantry.tool.ToolRequest}, and gives that of a
     *     {@link dev.gantry.tool.ToolAnswer}
     * @return {@link #OK}, {@link #FINDINGS} or {@link #NO_BLUEPRINT}
     */
    public static int run(
            String[] arguments,
            ClassLoader loader,
            Consumer<String> report,
            Consumer<String> summary,
            UnaryOperator<String> tools) {
        return new Execution(null, loader, report, summary, tools).run(arguments);
    }
}
