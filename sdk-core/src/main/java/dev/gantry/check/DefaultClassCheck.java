package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for two classes of one kind that are both the default. */
final class DefaultClassCheck {

    private static final List<ClassKind> KINDS = List.of(
            new ClassKind(
                    "networking.k8s.io",
                    "IngressClass",
                    IngressCheckRule.TWO_DEFAULTS,
                    List.of(annotation("ingressclass.kubernetes.io/is-default-class")),
                    "Two classes are the default: this one and %2$s.",
                    "defaultClass()"),
            new ClassKind(
                    "storage.k8s.io",
                    "StorageClass",
                    StorageRule.TWO_DEFAULTS,
                    List.of(
                            annotation("storageclass.kubernetes.io/is-default-class"),
                            annotation("storageclass.beta.kubernetes.io/is-default-class")),
                    "%1$s and %2$s are both the class of claims that name none.",
                    "defaultClass()"),
            new ClassKind(
                    "scheduling.k8s.io",
                    "PriorityClass",
                    NamespaceLimitRule.TWO_DEFAULTS,
                    List.of(new Mark(List.of("globalDefault"), "globalDefault")),
                    "%1$s and %2$s are both the class of pods that name none.",
                    "globalDefault(true)"));

    private final Model model;
    private final Findings findings;

    /**
     * A kind of which one object at most may be the default.
     *
     * @param marks any of which makes an object the default
     * @param message of the second one and the first
     * @param call what the author calls to make it the default
     */
    private record ClassKind(String group, String kind, Rule rule, List<Mark> marks, String message, String call) {

        /** What makes a class the default; {@code null} if nothing does. */
        @Nullable
        Mark markOf(Manifest manifest) {
            for (Mark mark : marks) {
                if (mark.isOn(manifest.tree())) {
                    return mark;
                }
            }
            return null;
        }
    }

    /** A field that is true for a default: the names that lead to it, and its path. */
    private record Mark(List<String> names, String path) {

        boolean isOn(JsonNode tree) {
            JsonNode value = tree;
            for (String name : names) {
                value = value.path(name);
            }
            return value.asText().equals("true");
        }
    }

    DefaultClassCheck(Model model, Findings findings) {
        this.model = model;
        this.findings = findings;
    }

    void check() {
        for (ClassKind kind : KINDS) {
            Manifest first = null;
            Mark firstMark = null;
            for (Manifest each : model.ofKind(kind.group(), kind.kind())) {
                Mark mark = kind.markOf(each);
                if (mark == null) {
                    continue;
                }
                if (first == null || firstMark == null) {
                    first = each;
                    firstMark = mark;
                } else {
                    findings.add(
                            each,
                            mark.path(),
                            Finding.of(kind.rule(), String.format(kind.message(), each, first))
                                    .hint("Call " + kind.call() + " on one of them only.")
                                    .related(first.lineOf(firstMark.path()), "the first one is the default here"));
                }
            }
        }
    }

    private static Mark annotation(String key) {
        return new Mark(List.of("metadata", "annotations", key), FieldPath.child("metadata.annotations", key));
    }
}
