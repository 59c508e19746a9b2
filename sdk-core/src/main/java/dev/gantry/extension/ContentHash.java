package dev.gantry.extension;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of what a ConfigMap holds, in lower-case hexadecimal digits. Its input is the {@code data} as JSON with
 * sorted keys, in the form that Go writes it, so that a Helm template can compute the same with {@code toJson |
 * sha256sum}; if there is {@code binaryData}, its JSON follows.
 *
 * @param of the ConfigMap
 */
public record ContentHash(Resource of) implements Late {

    @Override
    public @Nullable JsonNode resolve(Context context) {
        return new ContentHashNode(context.contentHash(of), of);
    }
}
