package dev.gantry.settings;

import dev.gantry.finding.Finding;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The settings files of a module: one {@code <environment>.yaml} each, over an optional {@code defaults.yaml}
 * ({@code .yml} does as well).
 *
 * <p>Binding is strict: every key must be a component of the record, and every component that is not an
 * {@code Optional} must have a value of its type. A component may be
 *
 * <ul>
 *   <li>{@code String}; a plain number or boolean is refused, so that {@code 1.20} never becomes {@code 1.2}: quote it
 *   <li>{@code int}, {@code long}, {@code double}, {@code boolean}, their boxes, {@code BigDecimal},
 *       {@code BigInteger}; numbers are written in decimal
 *   <li>an enum: the constant's name, or that in lower case, with {@code _} or {@code -}
 *   <li>{@link java.time.Duration}: {@code 500ms}, {@code 5s}, {@code 1m30s}, {@code 2h}, {@code 1d} or {@code PT5S}
 *   <li>a class with a public static {@code of(String)} or {@code parse(String)} that returns that class, even if it is
 *       a record
 *   <li>another record; a {@code List<T>}; a {@code Map<String, T>}, which keeps its order; an {@code Optional<T>}
 * </ul>
 *
 * <p>Mappings are merged by key, anything else of the environment replaces the default. Overrides come last: a path
 * such as {@code database.hosts[0]}, {@code labels[example.com/team]} or {@code hosts} with its text, which is taken for
 * whatever the component wants; a whole list or mapping is written as {@code [a, b]} or <code>{a: 1}</code>.
 */
public final class SettingsFiles {

    private static final String DEFAULTS = "defaults";
    private static final String[] ENDINGS = {".yaml", ".yml"};

    private final Path folder;
    private final String shown;

    private SettingsFiles(Path folder, String shown) {
        this.folder = folder;
        this.shown = shown;
    }

    /**
     * The files of a folder. One that does not exist has no environments.
     *
     * @param moduleDirectory the folder that findings name files relative to
     * @param relative the folder below it, such as {@code src/main/gantry}
     */
    public static SettingsFiles in(Path moduleDirectory, String relative) {
        String slashed = relative.replace('\\', '/');
        while (slashed.endsWith("/")) {
            slashed = slashed.substring(0, slashed.length() - 1);
        }
        return new SettingsFiles(moduleDirectory.resolve(slashed), slashed.isEmpty() ? "" : slashed + "/");
    }

    /**
     * The names of the environments, sorted.
     *
     * @throws dev.gantry.finding.FindingsException if the folder cannot be read, or a file's name cannot be that of an
     *     environment
     */
    public List<String> environments() {
        Problems problems = new Problems(null);
        List<String> names = names(problems);
        for (String name : names) {
            if (!isLabel(name)) {
                problems.add(
                        SettingsRule.ENVIRONMENT_NAME,
                        Place.file(shown + fileName(name), 0, 0),
                        "",
                        Shown.quoted(name) + " cannot be the name of an environment",
                        "rename the file: lower-case letters, digits and -, at most 63 characters");
            }
        }
        problems.throwIfAny();
        return names;
    }

    /**
     * The settings of an environment.
     *
     * <p>A record without components needs no file as long as the folder has none.
     *
     * @param type the settings record
     * @param environment its name
     * @param overrides texts by path, without {@code gantry.set.}
     * @throws dev.gantry.finding.FindingsException with everything that is wrong
     */
    public <S extends Record> Binding<S> bind(Class<S> type, String environment, SortedMap<String, String> overrides) {
        Problems problems = new Problems(environment);
        Shape.Group shape = ShapeReader.read(type, problems);
        boolean free = shape != null && shape.fields().isEmpty();
        Node.Mapping file = file(environment, free, problems);
        Layer defaults = layer(DEFAULTS, problems);
        if (shape == null || file == null || (defaults.found() && defaults.root() == null)) {
            problems.throwIfAny();
            throw new IllegalStateException("nothing to bind, and no finding says why");
        }
        Node merged = defaults.root() == null ? file : defaults.root().under(file);
        Node.Mapping root = (Node.Mapping) merged;
        for (Map.Entry<String, String> override : overrides.entrySet()) {
            root = Overrides.apply(root, shape, override.getKey(), override.getValue(), problems);
        }
        Binder.Sources sources =
                new Binder.Sources(shown + fileName(environment), shown + fileName(DEFAULTS), defaults.found());
        Binder binder = new Binder(sources, problems);
        Object value = binder.bind(shape, root);
        problems.throwIfAny();
        return new Binding<>(
                type.cast(Objects.requireNonNull(value)),
                SettingsJson.of(shape, root),
                SettingsDigest.of(shape, root),
                binder.lines());
    }

    private Node.@Nullable Mapping file(String environment, boolean free, Problems problems) {
        if (!isLabel(environment) || environment.equals(DEFAULTS)) {
            problems.add(
                    SettingsRule.ENVIRONMENT_NAME,
                    new Place(null, ""),
                    "",
                    Shown.quoted(environment) + " cannot be the name of an environment",
                    environment.equals(DEFAULTS)
                            ? "the file defaults.yaml holds what all environments share"
                            : "use lower-case letters, digits and -, at most 63 characters");
            return null;
        }
        Layer layer = layer(environment, problems);
        if (layer.found()) {
            return layer.root();
        }
        List<String> names = names(problems);
        String path = shown + environment + ".yaml";
        if (free && names.isEmpty()) {
            return new Node.Mapping(Place.file(path, 0, 0), Map.of());
        }
        names.removeIf(name -> !isLabel(name));
        String add = Files.isDirectory(folder) ? "" : "there is no folder " + shown + ": ";
        problems.add(Finding.of(
                        SettingsRule.NO_FILE, "no settings for " + environment + ": " + path + " does not exist")
                .hint(Spelling.hint(environment, names, add + "create the file, empty if need be", "there are: ")));
        return null;
    }

    /** A file that was looked for; {@code root} is {@code null} if it is not there or a finding says what is wrong. */
    private record Layer(boolean found, Node.@Nullable Mapping root) {}

    private Layer layer(String name, Problems problems) {
        String file = fileName(name);
        if (Files.notExists(folder.resolve(file))) {
            return new Layer(false, null);
        }
        if (file.endsWith(ENDINGS[0]) && Files.exists(folder.resolve(name + ENDINGS[1]))) {
            problems.add(
                    SettingsRule.TWO_FILES,
                    Place.file(shown + file, 0, 0),
                    "",
                    shown + file + " and " + shown + name + ENDINGS[1] + " are both there",
                    "keep one of the two");
        }
        String text = FileText.read(folder.resolve(file), shown + file, problems);
        if (text == null) {
            return new Layer(true, null);
        }
        Node.Mapping plain = PlainLines.read(shown + file, text);
        return new Layer(true, plain != null ? plain : YamlReader.file(shown + file, text, problems));
    }

    private String fileName(String name) {
        return Files.notExists(folder.resolve(name + ENDINGS[0])) && Files.exists(folder.resolve(name + ENDINGS[1]))
                ? name + ENDINGS[1]
                : name + ENDINGS[0];
    }

    private List<String> names(Problems problems) {
        Set<String> names = new TreeSet<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    addName(file, names);
                }
            } catch (IOException e) {
                problems.add(
                        SettingsRule.UNREADABLE_FILE, Place.file(shown, 0, 0), "", shown + " cannot be listed", "");
            }
        }
        return new ArrayList<>(names);
    }

    private static void addName(Path file, Set<String> names) {
        String name = file.getFileName().toString();
        for (String ending : ENDINGS) {
            // Editors leave hidden files such as .#production.yaml beside the one that is open.
            if (name.endsWith(ending) && !name.startsWith(".") && Files.isRegularFile(file)) {
                String environment = name.substring(0, name.length() - ending.length());
                if (!environment.equals(DEFAULTS)) {
                    names.add(environment);
                }
            }
        }
    }

    /** A DNS label of RFC 1123, because the name ends up in names of files and objects. */
    private static boolean isLabel(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean inner = c == '-' && i > 0 && i < name.length() - 1;
            if (!inner && (c < 'a' || c > 'z') && (c < '0' || c > '9')) {
                return false;
            }
        }
        return !name.isEmpty() && name.length() <= 63;
    }
}
