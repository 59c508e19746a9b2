package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.extension.Draft;
import dev.gantry.extension.Problem;
import dev.gantry.extension.Syntax;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import java.text.NumberFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Looks at what ConfigMaps and Secrets hold, and at the annotations of every object. */
final class ConfigCheck {

    private static final long CONTENT_LIMIT = 1_048_576;
    private static final long ANNOTATIONS_LIMIT = 262_144;

    private final Findings findings;

    ConfigCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Model model) {
        for (Manifest manifest : model.manifests()) {
            checkAnnotations(manifest, "metadata.annotations", manifest.tree().path("metadata"));
        }
        for (Manifest configMap : model.ofKind("", "ConfigMap")) {
            checkContent(configMap, "data", "binaryData");
            checkLineEndings(configMap);
            checkBoth(configMap);
        }
        for (Manifest secret : model.ofKind("", "Secret")) {
            checkContent(secret, "stringData", "data");
            checkLiterals(secret);
        }
        model.fileSecrets().forEach(this::checkFiles);
    }

    private void checkFiles(FileSecret secret) {
        findings.add(
                secret.manifest(),
                "",
                Finding.of(
                                ConfigRule.FROM_FILES,
                                "The values of " + secret.manifest() + " are in files, which only Kustomize reads:"
                                        + " other outputs, and Gantry's own apply, leave it out.")
                        .hint(
                                "Let the cluster make them with stack.generatedSecret(name, key, length), or name a Secret that is"
                                        + " there with Secret.existing(name). If Kustomize deploys this, accept the finding."));
    }

    private void checkAnnotations(Manifest manifest, String path, JsonNode metadata) {
        JsonNode annotations = metadata.path("annotations");
        if (annotations.isEmpty()) {
            return;
        }
        long size = 0;
        for (Map.Entry<String, JsonNode> annotation : annotations.properties()) {
            size += ContentSize.utf8(annotation.getKey())
                    + ContentSize.utf8(annotation.getValue().asText());
        }
        if (size > ANNOTATIONS_LIMIT) {
            findings.add(
                    manifest,
                    path,
                    Finding.of(
                                    ConfigRule.ANNOTATIONS,
                                    "The annotations have " + bytes(size) + " together; " + bytes(ANNOTATIONS_LIMIT)
                                            + " are allowed.")
                            .hint("Put large texts into a ConfigMap."));
        }
    }

    /** Counts values as the API server does: keys are free, and Base64 counts as the bytes that it stands for. */
    private void checkContent(Manifest manifest, String text, String base64) {
        long size = 0;
        long most = -1;
        String largest = text;
        for (Map.Entry<String, JsonNode> entry : manifest.tree().path(text).properties()) {
            checkKey(manifest, text, entry.getKey());
            long own = ContentSize.utf8(entry.getValue().asText());
            size += own;
            largest = own > most ? FieldPath.child(text, entry.getKey()) : largest;
            most = Math.max(most, own);
        }
        for (Map.Entry<String, JsonNode> entry : manifest.tree().path(base64).properties()) {
            checkKey(manifest, base64, entry.getKey());
            boolean replaced =
                    text.equals("stringData") && manifest.tree().path(text).has(entry.getKey());
            long own = replaced ? 0 : ContentSize.base64(entry.getValue().asText());
            size += own;
            largest = own > most ? FieldPath.child(base64, entry.getKey()) : largest;
            most = Math.max(most, own);
        }
        if (size > CONTENT_LIMIT) {
            findings.add(
                    manifest,
                    largest,
                    Finding.of(
                                    ConfigRule.TOO_LARGE,
                                    "The values have " + bytes(size) + " together, this one " + bytes(most) + "; "
                                            + bytes(CONTENT_LIMIT) + " are allowed.")
                            .hint("Split it, put the files into an image or a volume, or fetch them at start."));
        }
    }

    private void checkKey(Manifest manifest, String field, String key) {
        String problem = Syntax.CONFIG_KEY.problem(key);
        if (problem == null) {
            return;
        }
        String path = FieldPath.child(field, key);
        for (Problem known : Draft.of(manifest.resource()).problems()) {
            if (known.flaw().message().contains("\"" + key + "\" " + problem)) {
                return; // the builder has said so
            }
        }
        findings.add(
                manifest,
                path,
                Finding.of(ConfigRule.KEY, "The key \"" + key + "\" " + problem + ".")
                        .hint(Syntax.CONFIG_KEY.description()));
    }

    private void checkLineEndings(Manifest configMap) {
        for (Map.Entry<String, JsonNode> entry : configMap.tree().path("data").properties()) {
            if (entry.getValue().asText().contains("\r\n")) {
                findings.add(
                        configMap,
                        FieldPath.child("data", entry.getKey()),
                        Finding.of(
                                        ConfigRule.CRLF,
                                        "The text \"" + entry.getKey() + "\" has lines that end with CR LF.")
                                .hint(
                                        "End lines with LF: in a text, write \\n; of a file, save it with LF, or add \"*.conf text eol=lf\" and the like to .gitattributes:"
                                                + " shells and many servers read the CR as part of the line."));
            }
        }
    }

    private void checkBoth(Manifest configMap) {
        JsonNode texts = configMap.tree().path("data");
        for (Map.Entry<String, JsonNode> entry :
                configMap.tree().path("binaryData").properties()) {
            if (texts.has(entry.getKey())) {
                String text = FieldPath.child("data", entry.getKey());
                findings.add(
                        configMap,
                        FieldPath.child("binaryData", entry.getKey()),
                        Finding.of(
                                        ConfigRule.KEY_TWICE,
                                        "The key \"" + entry.getKey() + "\" is in data and in binaryData.")
                                .hint("Give each key once, as a text or as bytes.")
                                .related(configMap.lineOf(text), "the text is added here"));
            }
        }
    }

    /** Names the keys, never the values. */
    private void checkLiterals(Manifest secret) {
        Set<String> keys = new LinkedHashSet<>();
        secret.tree().path("data").fieldNames().forEachRemaining(keys::add);
        secret.tree().path("stringData").fieldNames().forEachRemaining(keys::add);
        if (!keys.isEmpty()) {
            findings.add(
                    secret,
                    secret.tree().path("stringData").isEmpty() ? "data" : "stringData",
                    Finding.of(
                                    ConfigRule.SECRET_LITERAL,
                                    "The Secret is written out with its values: whoever can read the output can read "
                                            + Words.list(List.copyOf(keys), key -> "\"" + key + "\"") + ".")
                            .hint(
                                    "Name a Secret that is made elsewhere with Secret.existing(name): by hand, by an external"
                                            + " secret store, or by a sealed secret. If any random value will do, call"
                                            + " stack.generatedSecret(name, key, length)."));
        }
    }

    private static String bytes(long size) {
        return NumberFormat.getIntegerInstance(Locale.ROOT).format(size) + " bytes";
    }
}
