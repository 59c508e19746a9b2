package dev.gantry.engine.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.GeneratedSecret;
import dev.gantry.bundle.IndexEntry;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.cluster.Write;
import dev.gantry.engine.cluster.Written;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Secrets whose values are made here, at random, where the cluster does not have them. A value that is there is never changed,
 * and no value is ever read into anything but the cluster.
 *
 * <p>The program's field manager owns what marks it as a member, and nothing else, and another one the values: so an apply of the Secret, which says
 * nothing of values, does not remove them.
 */
public final class GeneratedSecrets {

    /** The place of Secrets in the order of applying. */
    private static final int RANK = 28;

    private static final int TRIES = 5;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final Cluster cluster;
    private final Membership home;
    private final RandomGenerator random;

    /** The generated Secrets of one stack. */
    public GeneratedSecrets(Cluster cluster, Membership home) {
        this(cluster, home, new SecureRandom());
    }

    GeneratedSecrets(Cluster cluster, Membership home, RandomGenerator random) {
        this.cluster = cluster;
        this.home = home;
        this.random = random;
    }

    /** What a generated Secret is in the cluster. */
    public static ResourceId id(GeneratedSecret secret, Membership home) {
        String namespace = secret.namespace();
        return new ResourceId("v1", "Secret", namespace != null ? namespace : home.namespace(), secret.name());
    }

    /** The Secret as a program would say it that does not know the values, to be planned as any other object. */
    public static DesiredObject object(GeneratedSecret secret, Membership home) {
        IndexEntry entry =
                new IndexEntry(id(secret, home), RANK, home.stack(), "", 0, "", secret.origin(), List.of(), List.of());
        return new DesiredObject(entry, tree(secret, home));
    }

    /** The names of the keys that a live Secret has no value for; all of them, if there is none. */
    public static List<String> missingKeys(GeneratedSecret secret, @Nullable JsonNode live) {
        return missing(secret, live).stream().map(GeneratedSecret.Key::name).toList();
    }

    /** What stands against generating: a Secret of that name that is somebody else's, and lacks a value. */
    public Optional<Finding> finding(GeneratedSecret secret, @Nullable ObjectNode live) {
        if (live == null || isOurs(live)) {
            return Optional.empty();
        }
        List<String> missing = missingKeys(secret, live);
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                        ReleaseRule.FOREIGN_SECRET,
                        id(secret, home) + " exists, Gantry did not make it, and it has no value for "
                                + String.join(", ", missing) + ".")
                .hint("Add the value to it, delete it so that it is generated, or choose another name.")
                .at(secret.origin())
                .in(null, home.stack())
                .on(id(secret, home).toString(), "data"));
    }

    /** The keys for which a value would be made, in words for the plan; empty if there are none. */
    public List<String> toGenerate(GeneratedSecret secret, @Nullable ObjectNode live) {
        return missing(secret, live).stream()
                .map(key -> key.name() + ": " + key.length() + " random characters")
                .toList();
    }

    /**
     * Makes the values that are missing, and the Secret a member of the stack. Does nothing where all is there. May be run by
     * two at once: one of them makes the value.
     *
     * @return the Secret as it is now
     * @throws FindingsException if the Secret is somebody else's, and lacks a value
     */
    public ObjectNode write(GeneratedSecret secret) {
        ApiFailure last = null;
        for (int i = 0; i < TRIES; i++) {
            ObjectNode live = cluster.get(ref(secret)).orElse(null);
            finding(secret, live).ifPresent(finding -> {
                throw new FindingsException(finding);
            });
            try {
                return complete(secret, live);
            } catch (ApiFailure failure) {
                // Somebody else was quicker; what there is now decides.
                if (failure.status() != 409 || failure.isConflict()) {
                    throw failure;
                }
                last = failure;
            }
        }
        throw Objects.requireNonNull(last);
    }

    private ObjectNode complete(GeneratedSecret secret, @Nullable ObjectNode live) {
        ObjectRef ref = ref(secret);
        ObjectNode now = live;
        if (now == null) {
            ObjectNode body = tree(secret, home);
            ObjectNode data = body.putObject("data");
            secret.keys().forEach(key -> data.put(key.name(), value(key)));
            now = cluster.write(Write.create(ref, body, FieldManager.GENERATED)).object();
        } else if (!missing(secret, now).isEmpty()) {
            now = cluster.write(new Write(
                            Write.Method.JSON_PATCH,
                            ref,
                            addition(missing(secret, now), now),
                            FieldManager.GENERATED,
                            false,
                            false))
                    .object();
        }
        if (!isOurs(now) || home.has(ObjectMeta.of(now))) {
            return now;
        }
        Written written = cluster.write(Write.apply(ref, home.member(tree(secret, home)), home.manager()));
        return written.object();
    }

    /** Adds values to the object as it was read, or fails if it has changed since. */
    private ArrayNode addition(List<GeneratedSecret.Key> keys, ObjectNode live) {
        ArrayNode patch = JsonNodeFactory.instance.arrayNode();
        patch.addObject()
                .put("op", "replace")
                .put("path", "/metadata/resourceVersion")
                .put("value", ObjectMeta.of(live).resourceVersion());
        if (!live.path("data").isObject()) {
            patch.addObject().put("op", "add").put("path", "/data").putObject("value");
        }
        for (GeneratedSecret.Key key : keys) {
            patch.addObject()
                    .put("op", "add")
                    .put("path", "/data/" + key.name())
                    .put("value", value(key));
        }
        return patch;
    }

    private static List<GeneratedSecret.Key> missing(GeneratedSecret secret, @Nullable JsonNode live) {
        List<GeneratedSecret.Key> missing = new ArrayList<>();
        for (GeneratedSecret.Key key : secret.keys()) {
            if (live == null || !live.path("data").has(key.name())) {
                missing.add(key);
            }
        }
        return missing;
    }

    /** Whether it is Gantry's, and not of this stack yet: of another one, or of a run that was killed. */
    public boolean joins(ObjectNode live) {
        return isOurs(live) && !home.has(ObjectMeta.of(live));
    }

    /** Whether Gantry made it, for this stack or another. */
    private boolean isOurs(ObjectNode live) {
        ObjectMeta meta = ObjectMeta.of(live);
        return home.has(meta) || meta.managers().contains(FieldManager.GENERATED);
    }

    private ObjectRef ref(GeneratedSecret secret) {
        return new ObjectRef(StackHome.SECRETS, id(secret, home).namespace(), secret.name());
    }

    private static ObjectNode tree(GeneratedSecret secret, Membership home) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("apiVersion", "v1").put("kind", "Secret");
        tree.putObject("metadata")
                .put("name", secret.name())
                .put("namespace", id(secret, home).namespace());
        tree.put("type", "Opaque");
        return tree;
    }

    private String value(GeneratedSecret.Key key) {
        StringBuilder text = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return Base64.getEncoder().encodeToString(text.toString().getBytes(StandardCharsets.US_ASCII));
    }
}
