package dev.gantry.istio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Leaf;
import dev.gantry.extension.ValueRule;
import java.util.List;

/**
 * Something outside of the proxies that they work with, such as a tracing backend, an access log or an external authorizer. It
 * is declared where the mesh is set up, in {@code meshConfig.extensionProviders}.
 *
 * @param name what the mesh's configuration calls it
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider">
 *     ExtensionProvider</a>
 */
@CheckReturnValue
public record ExtensionProvider(String name) implements Leaf {

    /**
     * Names a provider that the mesh's configuration declares. Some are always there: {@code prometheus}, {@code envoy} (access
     * logs on the standard output) and {@code stackdriver}.
     */
    public static ExtensionProvider existing(String name) {
        return new ExtensionProvider(name);
    }

    @Override
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public JsonNode toJson() {
        return TextNode.valueOf(name == null ? "" : name);
    }

    @Override
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public List<Flaw> flaws() {
        if (name == null) {
            return List.of(Flaw.missing());
        }
        return name.isEmpty()
                ? List.of(new Flaw(
                        ValueRule.TEXT,
                        "The name of the provider is empty.",
                        "Give the name that the mesh's configuration has for it."))
                : List.of();
    }
}
