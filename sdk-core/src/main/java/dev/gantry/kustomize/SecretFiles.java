package dev.gantry.kustomize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.check.FileSecret;
import dev.gantry.output.EnvironmentOutput;
import dev.gantry.output.SafeFileName;
import dev.gantry.output.StackOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A Secret whose values are in files that are never copied: an overlay names the files, and people put them there.
 *
 * @param secret without its values
 * @param paths of the files by key, relative to the overlay of the stack
 */
record SecretFiles(ObjectNode secret, SortedMap<String, String> paths) {

    private static final byte[] PLACEHOLDER = "secret".getBytes(StandardCharsets.UTF_8);

    /** Copies the map. */
    SecretFiles {
        paths = Collections.unmodifiableSortedMap(new TreeMap<>(paths));
    }

    /** The Secrets of a stack in one environment. */
    static List<SecretFiles> of(EnvironmentOutput environment, String stack) {
        List<SecretFiles> all = new ArrayList<>(0);
        for (StackOutput each : environment.stacks()) {
            if (each.name().equals(stack)) {
                each.fileSecrets().forEach(secret -> all.add(of(each, secret)));
            }
        }
        return all;
    }

    private static SecretFiles of(StackOutput stack, FileSecret secret) {
        ObjectNode tree = PlainTree.copy(secret.manifest().tree());
        ObjectKey key = ObjectKey.of(tree);
        boolean own = key.namespace().isEmpty() || key.namespace().equals(stack.namespace());
        String folder = SafeFileName.escaped((own ? "" : key.namespace() + ".") + key.name());
        SortedMap<String, String> paths = new TreeMap<>();
        secret.keys().forEach(each -> paths.put(each, "secrets/" + folder + "/" + SafeFileName.escaped(each)));
        return new SecretFiles(tree, paths);
    }

    /** The Secret that becomes of files with something in them, as a proof has it. */
    ObjectNode filled() {
        SortedMap<String, byte[]> entries = new TreeMap<>();
        paths.keySet().forEach(key -> entries.put(key, PLACEHOLDER));
        return Content.ofFiles(secret, entries).tree();
    }

    /** Puts something in the place of the files. */
    void fill(String folder, SortedMap<String, byte[]> files) {
        paths.values().forEach(path -> files.put(folder + "/" + path, PLACEHOLDER));
    }

    /** What people have to do. */
    String note(String folder) {
        return folder + " needs " + String.join(", ", paths.values())
                + ": put the files there before you build it. Gantry neither copies nor deletes them.";
    }
}
