package dev.gantry.kustomize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.Image;
import java.util.Map.Entry;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the field {@code images}: which version, or which copy, of an image all containers get that name it.
 *
 * @param name what the containers name
 * @param newName what it is called instead; {@code null} for the same
 * @param newTag the tag; {@code null} for none
 * @param digest the digest; {@code null} for none
 * @see <a href="https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/images/">images</a>
 */
record ImageTag(
        String name,
        @Nullable String newName,
        @Nullable String newTag,
        @Nullable String digest) {

    private static final Pattern VERSION = Pattern.compile("(:[a-zA-Z0-9_.{}-]*)?(@sha256:[a-zA-Z0-9_.{}-]*)?");

    private static final Set<String> CONTAINERS = Set.of("containers", "initContainers");

    /** What makes an image of a name. */
    static ImageTag of(String name, Image image) {
        return new ImageTag(
                name,
                image.repository().equals(name) ? null : image.repository(),
                image.tag().orElse(null),
                image.digest().orElse(null));
    }

    static ImageTag read(JsonNode entry) {
        return new ImageTag(
                entry.path("name").asText(),
                entry.path("newName").textValue(),
                entry.path("newTag").textValue(),
                entry.path("digest").textValue());
    }

    /** Whether it changes anything. */
    boolean isNeeded() {
        return newName != null || newTag != null || digest != null;
    }

    void write(ObjectNode entry) {
        entry.put("name", name);
        put(entry, "newName", newName);
        put(entry, "newTag", newTag);
        put(entry, "digest", digest);
    }

    private static void put(ObjectNode entry, String field, @Nullable String value) {
        if (value != null) {
            entry.put(field, value);
        }
    }

    /** Whether Kustomize finds the name in an image; it takes the name for a regular expression, in which a dot is anything. */
    boolean fits(String image) {
        if (image.length() < name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) != '.' && name.charAt(i) != image.charAt(i)) {
                return false;
            }
        }
        return image.length() == name.length()
                || VERSION.matcher(image.substring(name.length())).matches();
    }

    /** The image that becomes of one. */
    String applied(String image) {
        if (!isNeeded() || !fits(image)) {
            return image;
        }
        Image old = Image.of(image);
        String made = newName == null ? old.repository() : newName;
        if (newTag == null && digest == null) {
            return made + image.substring(old.repository().length());
        }
        return made + (newTag == null ? "" : ":" + newTag) + (digest == null ? "" : "@" + digest);
    }

    /** Changes the images of all containers, as Kustomize does. */
    void apply(ObjectNode tree) {
        containers(
                tree,
                container ->
                        container.put("image", applied(container.path("image").textValue())));
    }

    /** All items of lists of containers that have an image, wherever in an object they are. */
    static void containers(ObjectNode tree, Consumer<ObjectNode> action) {
        if (!tree.path("kind").asText().equals("CustomResourceDefinition")) {
            containers("", tree, action);
        }
    }

    /** Whether everything in an object that bears the name of containers is a list of them; Kustomize gives up otherwise. */
    static boolean isOrdinary(JsonNode node) {
        for (Entry<String, JsonNode> field : node.properties()) {
            JsonNode value = field.getValue();
            boolean containers = value.isArray() && !value.isEmpty();
            for (JsonNode item : value) {
                containers &= item.isObject();
            }
            if ((CONTAINERS.contains(field.getKey()) && !containers) || !isOrdinary(value)) {
                return false;
            }
        }
        if (node.isArray()) {
            for (JsonNode item : node) {
                if (!isOrdinary(item)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void containers(String name, JsonNode node, Consumer<ObjectNode> action) {
        if (CONTAINERS.contains(name) && node.isArray()) {
            for (JsonNode item : node) {
                if (item instanceof ObjectNode container
                        && container.path("image").isTextual()) {
                    action.accept(container);
                }
            }
        }
        node.properties().forEach(field -> containers(field.getKey(), field.getValue(), action));
        if (node.isArray()) {
            node.forEach(item -> containers("", item, action));
        }
    }
}
