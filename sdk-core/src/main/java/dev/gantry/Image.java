package dev.gantry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Leaf;
import dev.gantry.extension.ValueRule;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A container image, printed as written.
 *
 * @param reference {@code [host[:port]/]path[:tag][@digest]}, such as {@code nginx:1.27} or
 *     {@code example.com/team/shop@sha256:...}
 * @see <a href="https://kubernetes.io/docs/concepts/containers/images/#image-names">Image names</a>
 */
@CheckReturnValue
public record Image(String reference) implements Leaf {

    /** An image by its full reference. */
    public static Image of(String reference) {
        return new Image(reference);
    }

    /** An image by repository and tag. */
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null: that is no name
    public static Image of(String repository, String tag) {
        return new Image((repository == null ? "" : repository) + ":" + (tag == null ? "" : tag));
    }

    /** The reference without tag and digest. */
    public String repository() {
        String name = beforeDigest();
        int colon = tagColon(name);
        return colon < 0 ? name : name.substring(0, colon);
    }

    /** The tag; empty if there is none. */
    public Optional<String> tag() {
        String name = beforeDigest();
        int colon = tagColon(name);
        return colon < 0 ? Optional.empty() : Optional.of(name.substring(colon + 1));
    }

    /** The digest, such as {@code sha256:...}; empty if there is none. */
    public Optional<String> digest() {
        int at = reference.indexOf('@');
        return at < 0 ? Optional.empty() : Optional.of(reference.substring(at + 1));
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(reference);
    }

    @Override
    public List<Flaw> flaws() {
        String problem = problem();
        return problem == null
                ? List.of()
                : List.of(new Flaw(
                        ValueRule.IMAGE,
                        "The image \"" + reference + "\" " + problem + ".",
                        "Write it as repository:tag or repository@sha256:digest."));
    }

    /** The reference as written. */
    @Override
    public String toString() {
        return reference;
    }

    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    private @Nullable String problem() {
        if (reference == null) {
            return "is null";
        }
        String repository = repository();
        if (repository.isEmpty()) {
            return "has no repository";
        }
        if (tag().isPresent() && !validTag(tag().get())) {
            return tag().get().isEmpty()
                    ? "has an empty tag"
                    : "has the tag \"" + tag().get() + "\", which is not valid";
        }
        if (digest().isPresent() && !validDigest(digest().get())) {
            return "has a digest that is not an algorithm, ':' and at least 32 hexadecimal digits";
        }
        return repositoryProblem(repository);
    }

    private static @Nullable String repositoryProblem(String repository) {
        int slash = repository.indexOf('/');
        String first = slash < 0 ? repository : repository.substring(0, slash);
        boolean host = slash > 0 && (first.contains(".") || first.contains(":") || first.equals("localhost"));
        String path = host ? repository.substring(slash + 1) : repository;
        if (path.isEmpty() || path.startsWith("/") || path.endsWith("/") || path.contains("//")) {
            return "has an empty part around '/'";
        }
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                return "has upper-case letters in its repository";
            }
            boolean allowed = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "._-/".indexOf(c) >= 0;
            if (!allowed) {
                return "has the character '" + c + "' in its repository";
            }
        }
        return null;
    }

    private static boolean validTag(String tag) {
        if (tag.isEmpty() || tag.length() > 128 || tag.charAt(0) == '.' || tag.charAt(0) == '-') {
            return false;
        }
        return tag.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-'));
    }

    private static boolean validDigest(String digest) {
        int colon = digest.indexOf(':');
        String hex = digest.substring(colon + 1);
        return colon > 0 && hex.length() >= 32 && hex.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }

    private String beforeDigest() {
        int at = reference.indexOf('@');
        return at < 0 ? reference : reference.substring(0, at);
    }

    /** The colon of the tag, which is not the one before a registry's port. */
    private static int tagColon(String name) {
        int colon = name.lastIndexOf(':');
        return colon > name.lastIndexOf('/') ? colon : -1;
    }
}
