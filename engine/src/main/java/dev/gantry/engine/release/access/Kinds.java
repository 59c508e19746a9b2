package dev.gantry.engine.release.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.Discovery;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.engine.desired.Release;
import dev.gantry.engine.release.Extent;
import dev.gantry.engine.release.StackHome;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What kinds are called in roles, and where their objects live: as the server says, or a definition of the program, or else what is usual. */
final class Kinds {

    /** Those of Kubernetes' own kinds that live in no namespace. */
    private static final Set<String> OF_CLUSTER = Set.of(
            "APIService",
            "CSIDriver",
            "CSINode",
            "CertificateSigningRequest",
            "ClusterRole",
            "ClusterRoleBinding",
            "CustomResourceDefinition",
            "DeviceClass",
            "FlowSchema",
            "IngressClass",
            "IPAddress",
            "MutatingAdmissionPolicy",
            "MutatingAdmissionPolicyBinding",
            "MutatingWebhookConfiguration",
            "Namespace",
            "Node",
            "PersistentVolume",
            "PriorityClass",
            "PriorityLevelConfiguration",
            "ResourceSlice",
            "RuntimeClass",
            "ServiceCIDR",
            "StorageClass",
            "ValidatingAdmissionPolicy",
            "ValidatingAdmissionPolicyBinding",
            "ValidatingWebhookConfiguration",
            "VolumeAttachment",
            "VolumeAttributesClass");

    private final @Nullable Discovery discovery;
    private final Map<String, ApiResource> defined = new HashMap<>();

    Kinds(Collection<Release> releases, @Nullable Discovery discovery) {
        this.discovery = discovery;
        for (Release release : releases) {
            for (DesiredObject object : release.objects()) {
                if (object.id().kind().equals("CustomResourceDefinition")) {
                    define(object.tree().path("spec"));
                }
            }
        }
    }

    private void define(JsonNode spec) {
        JsonNode names = spec.path("names");
        String kind = names.path("kind").asText();
        String group = spec.path("group").asText();
        defined.put(
                kind + "." + group,
                new ApiResource(
                        group + "/" + spec.at("/versions/0/name").asText(),
                        kind,
                        names.path("plural").asText(),
                        spec.path("scope").asText().equals("Namespaced"),
                        Set.of()));
    }

    /** Its name in roles, such as {@code deployments}. */
    String plural(ResourceId id) {
        return find(id).map(ApiResource::plural).orElseGet(() -> guess(id.kind()));
    }

    /** The namespace of an object; {@code null} if its kind has none. */
    @Nullable
    String namespace(ResourceId id, StackHome home, Release release) {
        if (id.namespace() != null) {
            return id.namespace();
        }
        // Whatever lives in a namespace has got that of its stack, if there is one.
        boolean namespaced = find(id).map(ApiResource::namespaced)
                .orElse(release.stack().namespace() == null && !OF_CLUSTER.contains(id.kind()));
        return namespaced ? home.namespace() : null;
    }

    private Optional<ApiResource> find(ResourceId id) {
        ApiResource own = defined.get(Extent.groupKind(id));
        if (own != null) {
            return Optional.of(own);
        }
        return discovery == null ? Optional.empty() : discovery.preferred(id.group(), id.kind());
    }

    /** All of Kubernetes' own kinds follow it. */
    static String guess(String kind) {
        String name = kind.toLowerCase(Locale.ROOT);
        if (name.equals("endpoints")) {
            return name;
        }
        if (name.endsWith("s") || name.endsWith("x") || name.endsWith("ch")) {
            return name + "es";
        }
        boolean vowel = name.length() > 1 && "aeiou".indexOf(name.charAt(name.length() - 2)) >= 0;
        return name.endsWith("y") && !vowel ? name.substring(0, name.length() - 1) + "ies" : name + "s";
    }
}
