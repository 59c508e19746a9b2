package dev.gantry.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.extension.Context;
import dev.gantry.extension.Late;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files as entries of a ConfigMap or a Secret; they are read when late values are resolved. */
final class FileEntries {

    /** Where the content of a file goes. */
    enum Form {
        /** Text to {@code data}, and what is not UTF-8 to {@code binaryData}. */
        CONFIG_MAP,
        /** Everything to {@code data}, in base64. */
        SECRET
    }

    private FileEntries() {}

    static Late file(Form form, String key, Path file) {
        return context -> {
            ObjectNode entries = JsonNodeFactory.instance.objectNode();
            add(entries, form, key, context.read(file));
            return entries;
        };
    }

    /**
     * The files of a folder.
     *
     * @param keys those that are given in another way, and are not taken from the folder
     * @param before folders whose keys are not taken from this one either
     */
    static Late directory(Form form, Path directory, Set<String> keys, List<Path> before) {
        return context -> {
            ObjectNode entries = JsonNodeFactory.instance.objectNode();
            List<Finding> findings = new ArrayList<>(0);
            Set<String> given = given(keys, before, context);
            for (Path file : context.list(directory)) {
                if (!given.contains(name(file))) {
                    add(entries, form, directory, file, context, findings);
                }
            }
            if (!findings.isEmpty()) {
                throw new FindingsException(findings);
            }
            return entries;
        };
    }

    private static Set<String> given(Set<String> keys, List<Path> before, Context context) {
        if (before.isEmpty()) {
            return keys;
        }
        Set<String> given = new HashSet<>(keys);
        for (Path directory : before) {
            for (Path file : context.list(directory)) {
                given.add(name(file));
            }
        }
        return given;
    }

    static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }

    private static void add(
            ObjectNode entries, Form form, Path directory, Path file, Context context, List<Finding> findings) {
        String key = name(file);
        String problem = Syntax.CONFIG_KEY.problem(key);
        if (problem == null) {
            add(entries, form, key, context.read(file));
        } else {
            String message = "The file \"" + key + "\" in \"" + directory + "\" cannot be a key: its name " + problem;
            findings.add(Finding.of(ValueRule.NAME, message + ".").hint(Syntax.CONFIG_KEY.description()));
        }
    }

    private static void add(ObjectNode entries, Form form, String key, byte[] content) {
        String text = form == Form.CONFIG_MAP ? text(content) : null;
        if (text != null) {
            entries.withObject("/data").put(key, text);
        } else {
            String field = form == Form.CONFIG_MAP ? "/binaryData" : "/data";
            entries.withObject(field).put(key, Base64.getEncoder().encodeToString(content));
        }
    }

    private static @Nullable String text(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
