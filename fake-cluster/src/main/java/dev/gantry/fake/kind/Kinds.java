package dev.gantry.fake.kind;

import dev.gantry.fake.schema.Types;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The kinds that are served: those of {@code kinds.txt}, and those of CustomResourceDefinitions. */
public final class Kinds {

    private static final List<ApiKind> BUILT_IN = read();

    private final Map<String, List<ApiKind>> custom = new TreeMap<>();

    /** All kinds in all versions; of a group, the preferred version first. */
    public synchronized List<ApiKind> all() {
        List<ApiKind> all = new ArrayList<>(BUILT_IN);
        custom.values().forEach(all::addAll);
        return all;
    }

    /** The kind behind a path. */
    public Optional<ApiKind> at(String group, String version, String plural) {
        return all().stream()
                .filter(kind -> kind.group().equals(group)
                        && kind.version().equals(version)
                        && kind.plural().equals(plural))
                .findFirst();
    }

    /** A kind as manifests name it. */
    public Optional<ApiKind> named(String apiVersion, String kind) {
        return all().stream()
                .filter(one -> one.apiVersion().equals(apiVersion) && one.kind().equals(kind))
                .findFirst();
    }

    /** A kind whose version is known, but not which. */
    public Optional<ApiKind> ofResource(String resource) {
        return all().stream().filter(kind -> kind.resource().equals(resource)).findFirst();
    }

    /** Serves the versions of a definition, or other ones than before. */
    public synchronized void serve(String definition, List<ApiKind> versions) {
        custom.put(definition, List.copyOf(versions));
    }

    /** Serves a definition's kinds no more. */
    public synchronized void withdraw(String definition) {
        custom.remove(definition);
    }

    private static List<ApiKind> read() {
        try (InputStream in = Kinds.class.getResourceAsStream("kinds.txt");
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in, "kinds.txt"), StandardCharsets.UTF_8))) {
            List<ApiKind> kinds = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#")) {
                    kinds.add(parse(line.split(" ", -1)));
                }
            }
            // The autoscaler is the one kind with two versions, and the newer is preferred.
            kinds.sort((one, other) ->
                    one.group().equals(other.group()) ? other.version().compareTo(one.version()) : 0);
            return List.copyOf(kinds);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ApiKind parse(String[] words) {
        int slash = words[0].indexOf('/');
        Set<String> more = new HashSet<>(list(words[9]));
        return new ApiKind(
                slash < 0 ? "" : words[0].substring(0, slash),
                words[0].substring(slash + 1),
                words[1],
                new ApiKind.Names(words[2], words[3], words[1] + "List", list(words[5]), list(words[6])),
                words[4].equals("namespaced"),
                Set.copyOf(list(words[7])),
                Types.named(words[8]),
                more.contains("generation"),
                !more.contains("create"),
                null);
    }

    private static List<String> list(String word) {
        return word.equals("-") ? List.of() : List.of(word.split(",", -1));
    }
}
