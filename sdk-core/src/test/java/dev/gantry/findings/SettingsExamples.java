package dev.gantry.findings;

import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.settings.SettingsFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;

/** What the rules for settings are for. */
final class SettingsExamples {

    private SettingsExamples() {}

    @Example(
            value = "GTY-SET-001",
            why =
                    "A key that nobody reads is most often a typing error, and its setting has another value than you think.")
    static List<Finding> unknownKey(Path folder) throws IOException {
        return read(folder, "production.yaml", """
                image: example.com/web:7
                replicas: 3
                pause: 10s
                colour: blue
                """);
    }

    @Example(value = "GTY-SET-002", why = "Every component of the record needs a value, unless it is an Optional.")
    static List<Finding> missingKey(Path folder) throws IOException {
        return read(folder, "production.yaml", """
                image: example.com/web:7
                pause: 10s
                """);
    }

    @Example(
            value = "GTY-SET-003",
            why = "Gantry converts nothing quietly: 1.20 is a number, and only in quotes is it text.")
    static List<Finding> wrongType(Path folder) throws IOException {
        return read(folder, "production.yaml", """
                image: example.com/web:7
                replicas: "3"
                pause: 10s
                """);
    }

    @Example(value = "GTY-SET-004", why = "The type is right, but this value is none that it can have.")
    static List<Finding> badValue(Path folder) throws IOException {
        return read(folder, "production.yaml", """
                image: example.com/web:7
                replicas: 3
                pause: 10 parsecs
                """);
    }

    @Example(value = "GTY-SET-005", why = "A key without a value is most often unfinished.")
    static List<Finding> nullValue(Path folder) throws IOException {
        return read(folder, "production.yaml", """
                image:
                replicas: 3
                pause: 10s
                """);
    }

    @Example(value = "GTY-SET-006", why = "Of two, most readers of YAML quietly take the last.")
    static List<Finding> duplicateKey(Path folder) throws IOException {
        return read(folder, "production.yaml", """
                image: example.com/web:7
                replicas: 3
                pause: 10s
                replicas: 5
                """);
    }

    @Example(value = "GTY-SET-007", why = "The message says where the file stops being YAML.")
    static List<Finding> syntax(Path folder) throws IOException {
        return read(folder, "production.yaml", """
                image: example.com/web:7
                replicas: [3
                """);
    }

    @Example(value = "GTY-SET-008", why = "A file holds the settings of one environment.")
    static List<Finding> moreDocuments(Path folder) throws IOException {
        return read(folder, "production.yaml", """
                image: example.com/web:7
                replicas: 3
                pause: 10s
                ---
                image: example.com/web:8
                """);
    }

    @Example(value = "GTY-SET-009", why = "A file consists of the names of components and their values.")
    static List<Finding> notAMapping(Path folder) throws IOException {
        return read(folder, "production.yaml", """
                - example.com/web:7
                - 3
                """);
    }

    @Example(value = "GTY-SET-010", why = "Settings are plain data. What environments share goes into defaults.yaml.")
    static List<Finding> unsupportedYaml(Path folder) throws IOException {
        return read(folder, "production.yaml", """
                image: &name example.com/web:7
                replicas: 3
                pause: *name
                """);
    }

    @Example(
            value = "GTY-SET-011",
            why = "A file that is not UTF-8 would be read as something else on another machine.")
    static List<Finding> unreadableFile(Path folder) throws IOException {
        byte[] latin = "image: Gr\u00f6\u00dfe".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(Files.createDirectories(folder.resolve("src/main/gantry")).resolve("production.yaml"), latin);
        return bind(folder, Shop.class, "production");
    }

    @Example(value = "GTY-SET-012", why = "Every environment has a file, though it may be empty.")
    static List<Finding> noFile(Path folder) throws IOException {
        read(folder, "production.yaml", "image: example.com/web:7");
        return bind(folder, Shop.class, "prodution");
    }

    @Example(value = "GTY-SET-013", why = "It would be luck which one is read.")
    static List<Finding> twoFiles(Path folder) throws IOException {
        read(folder, "production.yml", "{image: web, replicas: 3, pause: 10s}");
        return read(folder, "production.yaml", "{image: web, replicas: 5, pause: 10s}");
    }

    @Example(value = "GTY-SET-014", why = "The name is a part of paths and of objects in the cluster.")
    static List<Finding> environmentName(Path folder) throws IOException {
        return bind(folder, Shop.class, "Production");
    }

    @Example(value = "GTY-SET-015", why = "The constructor of your record has thrown; related is the line.")
    static List<Finding> rejected(Path folder) throws IOException {
        return read(folder, "production.yaml", """
                image: example.com/web:7
                replicas: 0
                pause: 10s
                """);
    }

    @Example(value = "GTY-SET-016", why = "Settings are data that a file, and a chart, can hold.")
    static List<Finding> unsupportedType(Path folder) throws IOException {
        record Odd(Object anything) {}
        read(folder, "production.yaml", "anything: 1");
        return bind(folder, Odd.class, "production");
    }

    @Example(
            value = "GTY-SET-017",
            why =
                    "A program with a `module-info.java` has to open the package of its settings record. Here it is a record of the JDK's own module.")
    static List<Finding> closedType(Path folder) throws Exception {
        read(folder, "production.yaml", "{field: digest, checkKey: true}");
        Class<?> closed = Class.forName("sun.security.pkcs.SignerInfo$AlgorithmInfo");
        return bind(folder, closed.asSubclass(Record.class), "production");
    }

    @Example(value = "GTY-SET-018", why = "The override would have no effect.")
    static List<Finding> unknownOverride(Path folder) throws IOException {
        read(folder, "production.yaml", "{image: web, replicas: 3, pause: 10s}");
        return bind(folder, Shop.class, "production", "replicsa", "5");
    }

    record Shop(String image, int replicas, Duration pause) {
        Shop {
            if (replicas < 1) {
                throw new IllegalArgumentException("a shop needs at least one replica");
            }
        }
    }

    private static List<Finding> read(Path folder, String file, String yaml) throws IOException {
        Path settings = Files.createDirectories(folder.resolve("src/main/gantry"));
        Files.writeString(settings.resolve(file), yaml);
        try {
            return bind(folder, Shop.class, "production");
        } catch (FindingsException e) {
            return e.findings();
        }
    }

    private static <S extends Record> List<Finding> bind(
            Path folder, Class<S> settings, String environment, String... override) {
        TreeMap<String, String> overrides = new TreeMap<>();
        if (override.length > 0) {
            overrides.put(override[0], override[1]);
        }
        SettingsFiles.in(folder, "src/main/gantry").bind(settings, environment, overrides);
        return List.of();
    }
}
