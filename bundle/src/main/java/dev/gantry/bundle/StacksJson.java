package dev.gantry.bundle;

import dev.gantry.finding.FindingJson;
import dev.gantry.finding.Origin;
import dev.gantry.json.JsonReader;
import dev.gantry.json.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The stacks of an environment as JSON: a part of its index. */
final class StacksJson {

    static final String FIELD = "stacks";

    private static final String DEPENDENCIES = "dependencies";
    private static final String GENERATED = "generatedSecrets";

    private StacksJson() {}

    static void write(JsonWriter out, List<BundleStack> stacks) {
        out.startArray(FIELD);
        for (BundleStack stack : stacks) {
            out.startObject();
            out.field("name", stack.name());
            out.optional("namespace", stack.namespace());
            if (!stack.dependencies().isEmpty()) {
                out.startArray(DEPENDENCIES);
                stack.dependencies().forEach(out::value);
                out.endArray();
            }
            if (!stack.generatedSecrets().isEmpty()) {
                out.startArray(GENERATED);
                stack.generatedSecrets().forEach(secret -> write(out, secret));
                out.endArray();
            }
            out.endObject();
        }
        out.endArray();
    }

    private static void write(JsonWriter out, GeneratedSecret secret) {
        out.startObject();
        out.optional("namespace", secret.namespace());
        out.field("name", secret.name());
        out.startArray("keys");
        for (GeneratedSecret.Key key : secret.keys()) {
            out.startObject();
            out.field("name", key.name());
            out.field("length", key.length());
            out.endObject();
        }
        out.endArray();
        Origin origin = secret.origin();
        if (origin != null) {
            out.name("origin");
            FindingJson.write(out, origin);
        }
        out.endObject();
    }

    static List<BundleStack> read(JsonReader in) throws IOException {
        List<BundleStack> stacks = new ArrayList<>();
        in.array();
        while (in.nextElement()) {
            stacks.add(readStack(in));
        }
        return stacks;
    }

    private static BundleStack readStack(JsonReader in) throws IOException {
        String name = null;
        String namespace = null;
        List<String> dependencies = new ArrayList<>();
        List<GeneratedSecret> secrets = new ArrayList<>();
        in.object();
        for (String field = in.nextField(); field != null; field = in.nextField()) {
            switch (field) {
                case "name" -> name = in.string();
                case "namespace" -> namespace = in.string();
                case DEPENDENCIES -> {
                    in.array();
                    while (in.nextElement()) {
                        dependencies.add(in.string());
                    }
                }
                case GENERATED -> {
                    in.array();
                    while (in.nextElement()) {
                        secrets.add(readSecret(in));
                    }
                }
                default -> in.skip();
            }
        }
        return new BundleStack(in.required(name, "name"), namespace, dependencies, secrets);
    }

    private static GeneratedSecret readSecret(JsonReader in) throws IOException {
        String namespace = null;
        String name = null;
        Origin origin = null;
        List<GeneratedSecret.Key> keys = new ArrayList<>();
        in.object();
        for (String field = in.nextField(); field != null; field = in.nextField()) {
            switch (field) {
                case "namespace" -> namespace = in.string();
                case "name" -> name = in.string();
                case "origin" -> origin = FindingJson.readOrigin(in);
                case "keys" -> {
                    in.array();
                    while (in.nextElement()) {
                        keys.add(readKey(in));
                    }
                }
                default -> in.skip();
            }
        }
        return new GeneratedSecret(namespace, in.required(name, "name"), keys, origin);
    }

    private static GeneratedSecret.Key readKey(JsonReader in) throws IOException {
        String name = null;
        Integer length = null;
        in.object();
        for (String field = in.nextField(); field != null; field = in.nextField()) {
            switch (field) {
                case "name" -> name = in.string();
                case "length" -> length = in.integer();
                default -> in.skip();
            }
        }
        return new GeneratedSecret.Key(in.required(name, "name"), in.required(length, "length"));
    }
}
