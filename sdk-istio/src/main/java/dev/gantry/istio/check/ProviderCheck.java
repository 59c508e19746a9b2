package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Compares the providers that policies name with those that the mesh's configuration declares. That is known only if the program
 * makes the ConfigMap {@code istio} that holds it; most meshes are set up elsewhere.
 */
final class ProviderCheck {

    private static final Set<String> ALWAYS_THERE = Set.of("prometheus", "stackdriver", "envoy");

    private final Model model;
    private final Findings findings;

    ProviderCheck(Model model, Findings findings) {
        this.model = model;
        this.findings = findings;
    }

    void check() {
        List<Manifest> telemetries = model.ofKind(IstioChecks.TELEMETRY, "Telemetry");
        List<Manifest> policies = model.ofKind(IstioChecks.SECURITY, "AuthorizationPolicy");
        List<Manifest> meshes = telemetries.isEmpty() && policies.isEmpty() ? List.of() : meshes();
        if (meshes.isEmpty()) {
            return;
        }
        for (Manifest telemetry : telemetries) {
            for (String part : List.of("tracing", "metrics", "accessLogging")) {
                JsonNode list = telemetry.tree().path("spec").path(part);
                for (int i = 0; i < list.size(); i++) {
                    JsonNode providers = list.path(i).path("providers");
                    for (int j = 0; j < providers.size(); j++) {
                        String field = "spec." + part + "[" + i + "].providers[" + j + "].name";
                        check(telemetry, field, providers.path(j).path("name").asText(), meshes);
                    }
                }
            }
        }
        for (Manifest policy : policies) {
            JsonNode provider = policy.tree().path("spec").path("provider");
            check(policy, "spec.provider.name", provider.path("name").asText(), meshes);
        }
    }

    /** The configurations of meshes that the program makes; a revision of Istio has one of its own. */
    private List<Manifest> meshes() {
        List<Manifest> meshes = new ArrayList<>(1);
        for (Manifest configMap : model.ofKind("", "ConfigMap")) {
            String name = configMap.id().name();
            boolean named = name.equals("istio") || name.startsWith("istio-");
            if (named && configMap.tree().path("data").path("mesh").isTextual()) {
                meshes.add(configMap);
            }
        }
        return meshes;
    }

    private void check(Manifest policy, String field, String name, List<Manifest> meshes) {
        if (name.isEmpty() || ALWAYS_THERE.contains(name)) {
            return;
        }
        Pattern declared =
                Pattern.compile("(?m)\\bname[\"']?\\s*:\\s*[\"']?" + Pattern.quote(name) + "[\"']?\\s*(?:[,}#].*)?$");
        for (Manifest mesh : meshes) {
            if (declared.matcher(mesh.tree().path("data").path("mesh").asText()).find()) {
                return;
            }
        }
        Manifest mesh = meshes.get(0);
        findings.add(
                policy,
                field,
                Finding.of(
                                MeshRule.NO_PROVIDER,
                                mesh + " declares no provider \"" + name + "\", so nothing comes of it.")
                        .hint("Add it to extensionProviders of the mesh's configuration, or correct the name.")
                        .related(mesh.lineOf("data.mesh"), mesh + " declares its providers here"));
    }
}
