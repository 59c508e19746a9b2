package dev.gantry.check;

import dev.gantry.bundle.ResourceId;
import dev.gantry.extension.Likeness;
import dev.gantry.extension.Reference;
import dev.gantry.finding.Finding;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for namespaces that are spelled almost as one that the program makes. */
final class NamespaceCheck {

    private static final int SHORTEST = 3;

    private final Model model;
    private final Findings findings;

    NamespaceCheck(Model model, Findings findings) {
        this.model = model;
        this.findings = findings;
    }

    void check() {
        List<Manifest> namespaces = model.ofKind("", "Namespace");
        if (namespaces.isEmpty()) {
            return;
        }
        Map<String, Manifest> made = new LinkedHashMap<>();
        namespaces.forEach(namespace -> made.put(namespace.id().name(), namespace));
        Set<String> known = new HashSet<>(made.keySet());
        for (Manifest manifest : model.manifests()) {
            for (Reference reference : manifest.references()) {
                if (reference.target().kind().name().equals("Namespace")) {
                    known.add(reference.target().name());
                }
            }
        }
        for (Manifest manifest : model.manifests()) {
            ResourceId id = manifest.id();
            String name = id.namespace();
            if (name != null && known.add(name)) {
                Manifest meant = meant(name, made);
                if (meant != null) {
                    misspelt(manifest, name, meant);
                }
            }
        }
    }

    private static @Nullable Manifest meant(String name, Map<String, Manifest> made) {
        for (Map.Entry<String, Manifest> each : made.entrySet()) {
            if (isSlip(name, each.getKey())) {
                return each.getValue();
            }
        }
        return null;
    }

    /** Whether one word of a name is misspelt; numbers, letters and the like tell namespaces apart on purpose. */
    private static boolean isSlip(String name, String other) {
        if (name.replace("-", "").equals(other.replace("-", ""))) {
            return true;
        }
        String[] words = name.split("-", -1);
        String[] others = other.split("-", -1);
        int different = -1;
        for (int i = 0; i < words.length && words.length == others.length; i++) {
            if (!words[i].equals(others[i])) {
                if (different >= 0) {
                    return false;
                }
                different = i;
            }
        }
        return different >= 0
                && Math.min(words[different].length(), others[different].length()) >= SHORTEST
                && letters(words[different]).equals(words[different])
                && letters(others[different]).equals(others[different])
                && Likeness.slip(words[different], List.of(others[different])) != null;
    }

    private static String letters(String word) {
        return word.replaceAll("[0-9]", "");
    }

    private void misspelt(Manifest manifest, String name, Manifest meant) {
        findings.add(
                manifest,
                "metadata.namespace",
                Finding.of(ConfigRule.NAMESPACE, "The program makes no namespace \"" + name + "\", but " + meant + ".")
                        .hint("Did you mean \"" + meant.id().name() + "\"? If \"" + name
                                + "\" exists outside the program, accept this finding with finding(code, Severity.OFF,"
                                + " reason).")
                        .related(meant.origin(), meant + " is made here"));
    }
}
