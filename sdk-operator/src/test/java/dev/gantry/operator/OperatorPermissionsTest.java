package dev.gantry.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.App;
import dev.gantry.Gantry;
import dev.gantry.NoSettings;
import dev.gantry.Synthesis;
import dev.gantry.access.Role;
import dev.gantry.fake.FakeCluster;
import dev.gantry.fake.RecordedRequest;
import dev.gantry.fake.controller.Pace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator asks for nothing that its roles do not allow, and its roles allow nothing that it does not ask for. */
class OperatorPermissionsTest {

    private static final String SPEC = "image: 'registry.k8s.io/pause:3.10', replicas: 1";

    @Test
    void should_be_allowed_just_what_it_asks_for(@TempDir Path folder) {
        Consumer<OperatorBuilder<Shop>> options =
                o -> o.leaderElection("shop-operator", "shops").onDelete(shop -> {});
        Set<String> asked = new TreeSet<>();
        try (FakeCluster server = FakeCluster.start()) {
            server.controllers().workloads(Pace.atOnce()).claims(Pace.atOnce());
            try (Life life = new Life(server.kubeconfig(folder.resolve("kubeconfig")), "shops", false)) {
                server.forgetRequests();
                life.operator(options);
                server.create(
                        "{apiVersion: example.com/v1, kind: Shop, metadata: {name: web, namespace: shops}, spec: {"
                                + SPEC + ", storage: true}}");
                life.awaitReady("web", "True");
                server.change(
                        "test",
                        "example.com/v1",
                        "Shop",
                        "shops",
                        "web",
                        shop -> shop.withObject("/spec").put("storage", false));
                life.awaitGone("v1", "Secret", "web-storage");
                server.change(
                        "test",
                        "apps/v1",
                        "Deployment",
                        "shops",
                        "web",
                        live -> live.withObject("/spec").put("replicas", 9));
                Await.until(
                        "it is told",
                        () -> life.events("web"),
                        () -> life.events("web").stream().anyMatch(event -> event.contains("ChangedBack")));
                server.change(
                        "test",
                        "example.com/v1",
                        "Shop",
                        "shops",
                        "web",
                        shop -> shop.withObject("/spec").put("image", "not an image"));
                life.awaitReady("web", "False Invalid");
                server.delete("example.com/v1", "Shop", "shops", "web");
                life.awaitGone("example.com/v1", "Shop", "web");
            }
            server.requests(OperatorPermissionsTest::isOfOperator).forEach(request -> asked.add(words(request)));
        }

        Set<String> allowed = allowed(options);

        assertThat(allowed).containsAll(asked);
        // What is not asked for here: a kind of which nothing is made, and what only other moments ask for. To apply
        // what is not there
        // takes patch and create.
        allowed.removeIf(each -> each.contains("configmaps"));
        allowed.removeAll(asked);
        assertThat(allowed)
                .containsExactlyInAnyOrder(
                        "create /persistentvolumeclaims",
                        "create /services",
                        "create apps/deployments",
                        "get events.k8s.io/events",
                        "patch events.k8s.io/events",
                        "get example.com/shops",
                        "delete apps/deployments",
                        "delete /services",
                        "update coordination.k8s.io/leases");
    }

    /** Tests ask too, by another client. */
    private static boolean isOfOperator(RecordedRequest request) {
        boolean generic = request.headers().getOrDefault("user-agent", "").equals("gantry");
        return !generic && request.path().split("/").length > 4;
    }

    private static String words(RecordedRequest request) {
        List<String> parts = new ArrayList<>(List.of(request.path().split("/")));
        parts.remove(0);
        String group = parts.get(0).equals("api") ? "" : parts.get(1);
        parts = parts.subList(parts.get(0).equals("api") ? 2 : 3, parts.size());
        if (parts.get(0).equals("namespaces") && parts.size() > 2) {
            parts = parts.subList(2, parts.size());
        }
        boolean one = parts.size() > 1;
        String resource = parts.get(0) + (parts.size() > 2 ? "/" + parts.get(2) : "");
        String verb = switch (request.method()) {
            case "GET" -> one ? "get" : request.parameter("watch").equals("true") ? "watch" : "list";
            case "POST" -> "create";
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            default -> "delete";
        };
        return verb + " " + group + "/" + resource;
    }

    private static Set<String> allowed(Consumer<OperatorBuilder<Shop>> options) {
        Operator<Shop> operator = Operator.of(Shop.class, Shops::define, o -> {
            Shops.options(o);
            options.accept(o);
        });
        Synthesis synthesis = Gantry.synthesize(
                (App app, NoSettings none) -> app.stack("operator", s -> s.namespace("shops"))
                        .addAll(List.of(
                                Role.of("works", operator::permissions), Role.of("leads", operator::leasePermissions))),
                new NoSettings(),
                "test");
        Set<String> allowed = new TreeSet<>();
        // Anybody may ask that.
        allowed.add("create authorization.k8s.io/selfsubjectrulesreviews");
        synthesis.manifests().forEach(manifest -> {
            for (JsonNode rule : manifest.tree().path("rules")) {
                for (JsonNode verb : rule.path("verbs")) {
                    for (JsonNode resource : rule.path("resources")) {
                        allowed.add(
                                verb.asText() + " " + rule.at("/apiGroups/0").asText() + "/" + resource.asText());
                    }
                }
            }
        });
        return allowed;
    }
}
