package dev.gantry.extension;

import dev.gantry.bundle.Digest;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a blueprint, on the thread that executes it: it knows every resource that was made, where the
 * module's files are, and whether the lines of fields are traced.
 */
public final class Run implements AutoCloseable {

    private static final ThreadLocal<@Nullable Run> CURRENT = new ThreadLocal<>();

    private final RunBasis basis;
    private final Path directory;
    private final boolean tracing;
    private final List<Resource> made = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>(0);
    private final Map<Object, Finding> expected = new LinkedHashMap<>(0);
    private final SortedMap<String, String> inputs;
    private boolean lacking;
    private final boolean recording;
    private final @Nullable Run outer;

    private Run(RunBasis basis, boolean tracing, boolean recording, SortedMap<String, String> inputs) {
        this.basis = basis;
        this.directory = basis.directory();
        this.tracing = tracing;
        this.recording = recording;
        this.inputs = inputs;
        this.outer = CURRENT.get();
    }

    /**
     * Begins a run on this thread; it ends when it is closed.
     *
     * @param directory the folder that relative paths start from
     * @param tracing whether each field remembers its line; costs about a microsecond a field
     */
    public static Run begin(Path directory, boolean tracing) {
        return begin(RunBasis.of(directory), tracing, new TreeMap<>());
    }

    /**
     * Begins a run that adds the files it reads to those of others. What a static field of the program reads, it reads once
     * and for all environments.
     */
    public static Run begin(RunBasis basis, boolean tracing, SortedMap<String, String> inputs) {
        return begin(new Run(basis, tracing, false, inputs));
    }

    /**
     * Begins a run that remembers for each resource which calls of the author's code made it.
     *
     * @param basis what it has in common with the other runs of the execution
     * @param tracing whether each field remembers its line, too
     */
    public static Run beginRecordingCalls(RunBasis basis, boolean tracing) {
        return begin(new Run(basis, tracing, true, new TreeMap<>()));
    }

    private static Run begin(Run run) {
        CURRENT.set(run);
        return run;
    }

    /** The run of this thread; {@code null} outside of one. */
    public static @Nullable Run current() {
        return CURRENT.get();
    }

    /** What it has in common with the other runs of the execution. */
    public RunBasis basis() {
        return basis;
    }

    /** Whether it is one of hundreds that find out how the result follows from settings, and that leave nothing behind. */
    public boolean isExperiment() {
        return recording;
    }

    /** Whether each field remembers its line. */
    public boolean isTracingLines() {
        return tracing;
    }

    static boolean isTracing() {
        Run run = CURRENT.get();
        return run != null && run.tracing;
    }

    /** Whether nobody asks for lines, or for the order of fields. */
    public boolean isHurried() {
        return recording && !tracing;
    }

    static boolean isInHurry() {
        Run run = CURRENT.get();
        return run != null && run.isHurried();
    }

    static void made(Resource resource) {
        Run run = CURRENT.get();
        if (run != null) {
            run.made.add(resource);
            if (run.recording) {
                resource.draft.calls(Origins.calls());
            }
        }
    }

    /** Takes what is wrong with an input of the program, which need not keep the program from going on. */
    public void report(List<Finding> mistakes) {
        findings.addAll(mistakes);
    }

    /**
     * Says that resources are missing since what makes them has failed, as a finding tells. Checks of how resources fit together would
     * only say the same in other words, so that the others are looked at each alone.
     */
    public void lacksResources() {
        lacking = true;
    }

    /** Whether resources are missing since what makes them has failed. */
    public boolean isLackingResources() {
        return lacking;
    }

    /** What was reported so far. */
    public List<Finding> findings() {
        return Collections.unmodifiableList(findings);
    }

    /**
     * Remembers what is wrong if something does not happen before the program ends.
     *
     * @param what that something is about
     */
    public void expect(Object what, Finding otherwise) {
        expected.put(what, otherwise);
    }

    /** Says that it happened. */
    public void meet(Object what) {
        expected.remove(what);
    }

    /** What is wrong because something has not happened. */
    public List<Finding> unmet() {
        return List.copyOf(expected.values());
    }

    /** Every resource that was made so far, in the order of making. */
    public List<Resource> made() {
        return Collections.unmodifiableList(made);
    }

    /** The folders of the program's source files. */
    public List<Path> sourceRoots() {
        return basis.sourceRoots();
    }

    /** The file that a path of the program means. */
    public Path resolve(Path file) {
        return directory.resolve(file);
    }

    /**
     * The bytes of a file that belongs to the program, which becomes an input of the run.
     *
     * @throws FindingsException if it cannot be read
     */
    public byte[] read(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(resolve(file));
        } catch (NoSuchFileException e) {
            throw leadsNowhere(resolve(file))
                    ? unreadable(
                            "The link " + nameOf(file) + " leads nowhere.", "Correct what it leads to, or delete it.")
                    : unreadable(
                            "There is no file " + shown(file) + ".", "Give a path that starts at the module's folder.");
        } catch (IOException e) {
            String problem = Files.isDirectory(resolve(file)) ? "it is a folder" : e.toString();
            throw unreadable(
                    "The file " + shown(file) + " cannot be read: " + problem + ".", "Give a file that can be read.");
        }
        inputs.put(nameOf(file), Digest.sha256(bytes));
        return bytes;
    }

    /** Makes files inputs that another run of the execution has read, each with the digest of what was there. */
    public void alsoRead(SortedMap<String, String> files) {
        inputs.putAll(files);
    }

    /** The files that were read so far: each path, relative to the module's folder, and the SHA-256 of what was there. */
    public SortedMap<String, String> inputs() {
        return Collections.unmodifiableSortedMap(inputs);
    }

    /** A file as findings name it: relative to the module's folder if it lies there, with {@code /} on every system. */
    public String nameOf(Path file) {
        Path absolute = resolve(file).toAbsolutePath().normalize();
        Path base = directory.toAbsolutePath().normalize();
        return shown(absolute.startsWith(base) ? base.relativize(absolute) : absolute);
    }

    private static String shown(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static FindingsException unreadable(String message, String hint) {
        return new FindingsException(
                Finding.of(ProgramRule.FILE, message).hint(hint).at(Origins.here()));
    }

    /**
     * The regular files that lie directly in a folder of the program, sorted by name.
     *
     * @throws FindingsException if it cannot be read
     */
    public List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(resolve(folder))) {
            return entries.filter(Files::isRegularFile)
                    .map(Path::getFileName)
                    .sorted(Comparator.comparing(Path::toString))
                    .map(folder::resolve)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new FindingsException(Finding.of(ProgramRule.FILE, "The folder " + folder + " cannot be read: " + e)
                    .hint("Give a path that starts at the module's folder."));
        }
    }

    /**
     * The regular files in a folder of the program and below it, sorted by their paths; links are followed, and what is hidden
     * by a dot at the beginning of its name is left out. A link that leads nowhere is among them: it cannot be read.
     *
     * @throws FindingsException if it cannot be read
     */
    public List<Path> walk(Path folder) {
        Path root = resolve(folder);
        try (Stream<Path> entries = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            return entries.filter(entry -> Files.isRegularFile(entry) || leadsNowhere(entry))
                    .map(root::relativize)
                    .filter(Run::isVisible)
                    .sorted(Comparator.comparing(Run::shown))
                    .map(folder::resolve)
                    .toList();
        } catch (NoSuchFileException e) {
            throw unreadable(
                    "There is no folder " + shown(folder) + ".", "Give a path that starts at the module's folder.");
        } catch (IOException | UncheckedIOException e) {
            Throwable cause = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
            String problem = cause instanceof FileSystemLoopException ? "its links lead in a circle" : cause.toString();
            throw unreadable(
                    "The folder " + shown(folder) + " cannot be read: " + problem + ".",
                    "Give a folder that can be read.");
        }
    }

    private static boolean leadsNowhere(Path file) {
        return Files.isSymbolicLink(file) && !Files.exists(file);
    }

    private static boolean isVisible(Path path) {
        for (Path name : path) {
            if (name.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
    }
}
