package dev.gantry.config;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.LateText;
import dev.gantry.extension.NamespacedBuilder;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of ConfigMaps and Secrets share.
 *
 * @param <B> the builder's own type
 */
public abstract class ContentBuilder<B extends ContentBuilder<B>> extends NamespacedBuilder<B> {

    private final FileEntries.Form form;
    private final Set<String> keys = new HashSet<>();
    private final List<Path> directories = new ArrayList<>(0);

    ContentBuilder(Kind kind, @Nullable String name, FileEntries.Form form) {
        super(kind, name);
        this.form = form;
    }

    /**
     * Adds the content of a file. It is read when all resources are placed.
     *
     * @param key at most 253 letters, digits, {@code -}, {@code _} and {@code .}
     * @param file absolute, or relative to the module's folder
     */
    public final B file(String key, Path file) {
        Fields data = root();
        if (data.given("data", key) && data.given("data", file)) {
            checkKey(key);
            lateEntries(FileEntries.file(form, key, file));
        }
        return self();
    }

    /**
     * Adds the content of every file that lies directly in a folder; the names of the files are the keys. A key that is
     * given in another way too is not taken from the folder; of two folders with one key, the first is read.
     *
     * @param directory absolute, or relative to the module's folder
     */
    public final B directory(Path directory) {
        if (root().given("data", directory)) {
            lateEntries(FileEntries.directory(form, directory, keys, List.copyOf(directories)));
            directories.add(directory);
        }
        return self();
    }

    /**
     * Sets {@code immutable}: the content can never be changed, only the whole object be replaced. Not set, it can be
     * changed.
     *
     * @see <a href="https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-immutable">Immutable
     *     ConfigMaps</a>
     */
    public final B immutable() {
        root().set("immutable", true);
        return self();
    }

    /** Notes a key whose content is written in the program. */
    final void literal(String field, @Nullable String key) {
        if (key != null) {
            checkKey(key);
        } else {
            root().given(field, null);
        }
    }

    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    final void late(String field, @Nullable String key, LateText text) {
        literal(field, key);
        if (key != null) {
            Fields data = root().object(field);
            data.set(key, text);
            if (text != null) {
                text.mentions().forEach(mentioned -> data.mention(key, mentioned));
            }
        }
    }

    final void bytes(String field, @Nullable String key, byte @Nullable [] content) {
        literal(field, key);
        if (key != null && content != null) {
            root().object(field).set(key, Base64.getEncoder().encodeToString(content));
        } else {
            root().given(field, content);
        }
    }

    private void checkKey(String key) {
        String problem = Syntax.CONFIG_KEY.problem(key);
        if (problem != null) {
            root().flaw(
                            "data",
                            ValueRule.NAME,
                            "The key \"" + key + "\" " + problem + ".",
                            Syntax.CONFIG_KEY.description());
        }
        if (!keys.add(key)) {
            root().flaw(
                            "data",
                            ValueRule.CONFLICT,
                            "The key \"" + key + "\" is given more than once.",
                            "Give each key by one file or one text.");
        }
    }
}
