package dev.gantry.program;

import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The compiled classes of one module, read once. */
public final class ModuleClasses {

    private static final String BLUEPRINT = "dev/gantry/Blueprint";

    private final SortedMap<String, ClassFile> classes = new TreeMap<>();
    private final SortedMap<String, byte[]> bytes = new TreeMap<>();
    private final StringBuilder contents = new StringBuilder();

    private ModuleClasses() {}

    /**
     * Reads every class below a folder; what else is there enters the digest of the program.
     *
     * @throws IOException if a file cannot be read
     */
    public static ModuleClasses in(Path folder) throws IOException {
        ModuleClasses module = new ModuleClasses();
        if (Files.isDirectory(folder)) {
            List<Path> files;
            try (Stream<Path> all = Files.walk(folder)) {
                files = all.filter(Files::isRegularFile).sorted().toList();
            }
            for (Path file : files) {
                byte[] content = Files.readAllBytes(file);
                String name = folder.relativize(file).toString().replace('\\', '/');
                module.contents
                        .append(name)
                        .append(' ')
                        .append(checksum(content))
                        .append('\n');
                if (name.endsWith(".class")) {
                    ClassFile outline = ClassFile.read(content);
                    module.classes.put(outline.name(), outline);
                    module.bytes.put(outline.name(), content);
                }
            }
        }
        return module;
    }

    /** Whether there are no classes at all. */
    public boolean isEmpty() {
        return classes.isEmpty();
    }

    /** The names of all classes that are blueprints, as {@link Class#getName()} has them, sorted. */
    public List<String> blueprints(ClassLoader loader) {
        List<String> found = new ArrayList<>();
        for (ClassFile candidate : classes.values()) {
            if (candidate.isConcrete() && isBlueprint(candidate.name(), loader, new HashSet<>())) {
                found.add(candidate.name().replace('/', '.'));
            }
        }
        return found;
    }

    /**
     * The names of all classes that have all of these annotations, as {@link Class#getName()} has them, sorted.
     *
     * @param annotations descriptors such as {@code Lcom/acme/Mark;}
     */
    public List<String> annotated(List<String> annotations) {
        List<String> found = new ArrayList<>();
        bytes.forEach((name, content) -> {
            if (Annotated.by(content).containsAll(annotations)) {
                found.add(name.replace('/', '.'));
            }
        });
        return found;
    }

    /**
     * What the blueprint, and the classes of the module that it leads to, do beside reading their settings.
     *
     * @param blueprint as {@link Class#getName()} has it
     */
    public List<Finding> impurities(String blueprint) {
        List<Finding> findings = new ArrayList<>();
        for (String name : reachable(blueprint.replace('.', '/'))) {
            ClassFile outline = classes.get(name);
            byte[] content = bytes.get(name);
            if (outline != null && content != null && callsImpurity(outline)) {
                for (CallSites.Call call : CallSites.in(content)) {
                    findings.add(finding(name, call));
                }
            }
        }
        return findings;
    }

    /**
     * What the blueprint, and the classes of the module that it leads to, compare values with.
     *
     * @param blueprint as {@link Class#getName()} has it
     */
    public ComparedConstants compared(String blueprint) {
        List<byte[]> files = new ArrayList<>();
        for (String name : reachable(blueprint.replace('.', '/'))) {
            byte[] content = bytes.get(name);
            if (content != null) {
                files.add(content);
            }
        }
        return ComparedConstants.in(files);
    }

    /**
     * The length of a file and its CRC-32, which is enough to see that someone has changed it, and takes no time where
     * SHA-256 takes much: Java runs that without compiling it until a program of usual size is through.
     */
    static String checksum(byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        return content.length + ":" + Long.toHexString(sum.getValue());
    }

    /** The files of the folder, a line for each that changes with its content; empty if there is no folder. */
    String contents() {
        return contents.toString();
    }

    private static boolean callsImpurity(ClassFile outline) {
        for (ClassFile.Method method : outline.methods()) {
            if (Impurity.of(method) != null) {
                return true;
            }
        }
        return false;
    }

    private static Finding finding(String className, CallSites.Call call) {
        String type = call.method().owner().substring(call.method().owner().lastIndexOf('/') + 1);
        String called = call.method().name().equals("<init>")
                ? "new " + type + "()"
                : type + "." + call.method().name() + "()";
        int slash = className.lastIndexOf('/');
        String source = className.substring(0, slash + 1) + call.file();
        return Finding.of(call.impurity(), call.impurity().title() + ": it calls " + called + ".")
                .hint(call.impurity().hint())
                .at(Origin.source(source, call.line()));
    }

    private Set<String> reachable(String start) {
        Set<String> seen = new java.util.TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String name = open.pop();
            ClassFile outline = classes.get(name);
            if (outline != null && seen.add(name)) {
                open.addAll(outline.classes());
            }
        }
        return seen;
    }

    private boolean isBlueprint(@Nullable String name, ClassLoader loader, Set<String> seen) {
        if (name == null || !seen.add(name)) {
            return false;
        }
        if (name.equals(BLUEPRINT)) {
            return true;
        }
        ClassFile outline = classes.get(name);
        if (outline != null) {
            return isBlueprint(outline.superName(), loader, seen)
                    || outline.interfaces().stream().anyMatch(i -> isBlueprint(i, loader, seen));
        }
        return !name.startsWith("java/") && inheritsElsewhere(name, loader);
    }

    /** For a class that a module takes its blueprints from: then the class has to be loaded to be known. */
    private static boolean inheritsElsewhere(String name, ClassLoader loader) {
        try {
            Class<?> blueprint = Class.forName(BLUEPRINT.replace('/', '.'), false, loader);
            return blueprint.isAssignableFrom(Class.forName(name.replace('/', '.'), false, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
