package dev.gantry;

import dev.gantry.bundle.GeneratedSecret;
import dev.gantry.config.Secret;
import dev.gantry.config.SecretKey;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The random values that a stack asks the cluster for. */
final class GeneratedSecrets {

    /** Shorter ones can be guessed. */
    static final int SHORTEST = 8;

    /** Longer ones are keys or files, and not passwords. */
    static final int LONGEST = 1024;

    private final @Nullable String namespace;
    private final Map<String, Generated> byName = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>(0);

    /** One Secret: how the program names it, and the lines of its keys. */
    private record Generated(
            Secret secret, Map<String, Key> keys, @Nullable Origin origin) {}

    private record Key(int length, @Nullable Origin origin) {}

    GeneratedSecrets(@Nullable String namespace) {
        this.namespace = namespace;
    }

    SecretKey add(@Nullable String name, @Nullable String key, int length, @Nullable Origin line) {
        Generated generated = byName.computeIfAbsent(
                name == null ? "" : name, known -> new Generated(secret(known), new LinkedHashMap<>(), line));
        String shown = "Secret " + (namespace == null ? "" : namespace + "/")
                + generated.secret().name();
        check(shown, "name", "The name", name, Syntax.DNS_SUBDOMAIN, line);
        check(shown, "key", "The key", key, Syntax.CONFIG_KEY, line);
        if (length < SHORTEST || length > LONGEST) {
            report(
                    shown,
                    Finding.of(ValueRule.RANGE, "A generated value of " + length + " characters is out of range.")
                            .hint("Give a length from " + SHORTEST + " to " + LONGEST + "."),
                    line);
        }
        Key before = generated.keys().putIfAbsent(key == null ? "" : key, new Key(length, line));
        if (before != null) {
            report(
                    shown,
                    Finding.of(ValueRule.CONFLICT, "The key \"" + key + "\" is generated already.")
                            .hint("Keep what the first call answers in a variable, and use it in both places.")
                            .related(before.origin(), "the first call is here"),
                    line);
        }
        return generated.secret().key(key == null ? "" : key);
    }

    /** In the namespace of the stack, so that a reference from another is noticed. */
    private Secret secret(String name) {
        Secret named = Secret.existing(name);
        return namespace == null ? named : named.in(namespace);
    }

    private void check(
            String secret, String field, String what, @Nullable String text, Syntax syntax, @Nullable Origin line) {
        String problem = text == null ? null : syntax.problem(text);
        if (text == null) {
            Flaw missing = Flaw.missing();
            report(secret, Finding.of(missing.rule(), missing.message()).hint(missing.hint()), line);
        } else if (problem != null) {
            Finding finding = Finding.of(ValueRule.NAME, what + " \"" + text + "\" " + problem + ".");
            report(field.equals("name") ? null : secret, finding.hint(syntax.description()), line);
        }
    }

    private void report(@Nullable String secret, Finding finding, @Nullable Origin line) {
        findings.add(finding.on(secret, null).at(line));
    }

    boolean isEmpty() {
        return byName.isEmpty();
    }

    /** Whether a resource is one of these Secrets. */
    boolean holds(Resource resource) {
        Generated generated = byName.get(resource.name());
        return generated != null && generated.secret().equals(resource);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** As the bundle tells of them. */
    List<GeneratedSecret> all() {
        if (byName.isEmpty()) {
            return List.of();
        }
        List<GeneratedSecret> all = new ArrayList<>(byName.size());
        byName.forEach((name, generated) -> {
            List<GeneratedSecret.Key> keys = new ArrayList<>();
            generated.keys().forEach((key, value) -> keys.add(new GeneratedSecret.Key(key, value.length())));
            all.add(new GeneratedSecret(namespace, name, keys, generated.origin()));
        });
        return all;
    }
}
