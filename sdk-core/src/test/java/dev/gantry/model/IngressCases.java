package dev.gantry.model;

import dev.gantry.Port;
import dev.gantry.config.ConfigMap;
import dev.gantry.config.Secret;
import dev.gantry.network.Ingress;
import dev.gantry.network.IngressBackend;
import dev.gantry.network.IngressClass;
import dev.gantry.network.PathType;
import dev.gantry.network.Service;
import dev.gantry.raw.Raw;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.TypedLocalObjectReference;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackendBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClassBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClassSpecBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressSpecBuilder;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

final class IngressCases {

    private static final Port HTTP = Port.http(8081);
    private static final Port ADMIN = Port.tcp("admin", 9001);

    private IngressCases() {}

    static List<Case> cases() {
        Service front = Service.of("front", s -> s.port(HTTP, 82).port(ADMIN));
        Service old = Service.existing("old-front");
        ConfigMap files = ConfigMap.of("files", c -> c.text("index.html", "hello"));
        return List.of(
                ingress(
                        "a class",
                        i -> i.ingressClass(IngressClass.existing("public")),
                        i -> i.withIngressClassName("public")),
                ingress(
                        "hosts and paths of each type",
                        i -> i.host(
                                        "shop.example.com",
                                        h -> h.path("/", front, HTTP)
                                                .exact("/admin", front, ADMIN)
                                                .implementationSpecific("/v[0-9]+", old, Port.http(83)))
                                .host("*.example.net", h -> {})
                                .anyHost(h -> h.path("/a", bucket())
                                        .exact("/b", IngressBackend.resource(files))
                                        .implementationSpecific("/c", IngressBackend.service(old, Port.http(84)))
                                        .path("/d", PathType.EXACT, IngressBackend.service(old, Port.http(84)))
                                        .path("/e[0-9]", PathType.IMPLEMENTATION_SPECIFIC, bucket())),
                        i -> i.addNewRule()
                                .withHost("shop.example.com")
                                .withNewHttp()
                                .addToPaths(path("Prefix", "/", service("front", 82)))
                                .addToPaths(path("Exact", "/admin", service("front", 9001)))
                                .addToPaths(path("ImplementationSpecific", "/v[0-9]+", service("old-front", 83)))
                                .endHttp()
                                .endRule()
                                .addNewRule()
                                .withHost("*.example.net")
                                .endRule()
                                .addNewRule()
                                .withNewHttp()
                                .addToPaths(path("Prefix", "/a", resource("storage.example.com", "Bucket", "icons")))
                                .addToPaths(path("Exact", "/b", resource(null, "ConfigMap", "files")))
                                .addToPaths(path("ImplementationSpecific", "/c", service("old-front", 84)))
                                .addToPaths(path("Exact", "/d", service("old-front", 84)))
                                .addToPaths(path(
                                        "ImplementationSpecific",
                                        "/e[0-9]",
                                        resource("storage.example.com", "Bucket", "icons")))
                                .endHttp()
                                .endRule()),
                ingress(
                        "a default backend",
                        i -> i.defaultBackend(front, HTTP),
                        i -> i.withDefaultBackend(service("front", 82).build())),
                ingress(
                        "a default backend that is no Service",
                        i -> i.defaultBackend(bucket()),
                        i -> i.withDefaultBackend(resource("storage.example.com", "Bucket", "icons")
                                .build())),
                ingress(
                        "certificates",
                        i -> i.tls(Secret.existing("shop-tls"), "shop.example.com", "www.example.com")
                                .tls(Secret.existing("wildcard"), "*.example.net")
                                .tls("intern.example.com"),
                        i -> i.addNewTl()
                                .withHosts("shop.example.com", "www.example.com")
                                .withSecretName("shop-tls")
                                .endTl()
                                .addNewTl()
                                .withHosts("*.example.net")
                                .withSecretName("wildcard")
                                .endTl()
                                .addNewTl()
                                .withHosts("intern.example.com")
                                .endTl()),
                ingressClass(
                        "parameters for the whole cluster",
                        c -> c.parameters("k8s.example.com", "ClusterOptions", "fast"),
                        c -> c.withNewParameters("k8s.example.com", "ClusterOptions", "fast", null, "Cluster")),
                ingressClass(
                        "parameters of a namespace",
                        c -> c.parameters("k8s.example.com", "Options", "slow", "ingress"),
                        c -> c.withNewParameters("k8s.example.com", "Options", "slow", "ingress", "Namespace")),
                ingressClass(
                        "parameters of the program",
                        c -> c.parameters(files),
                        c -> c.withNewParameters(null, "ConfigMap", "files", "shop", "Namespace")),
                new Case(
                        "the default IngressClass",
                        IngressClass.of("public", "example.com/lb/v2", IngressClass.Builder::defaultClass),
                        new IngressClassBuilder()
                                .withMetadata(Cases.named("public")
                                        .addToAnnotations("ingressclass.kubernetes.io/is-default-class", "true")
                                        .build())
                                .withNewSpec()
                                .withController("example.com/lb/v2")
                                .endSpec()
                                .build()));
    }

    private static IngressBackend bucket() {
        GenericKubernetesResource bucket = new GenericKubernetesResource();
        bucket.setApiVersion("storage.example.com/v1");
        bucket.setKind("Bucket");
        bucket.setMetadata(Cases.named("icons").build());
        return IngressBackend.resource(Raw.of(bucket));
    }

    private static HTTPIngressPath path(String type, String path, IngressBackendBuilder backend) {
        return new HTTPIngressPath(backend.build(), path, type);
    }

    private static IngressBackendBuilder service(String name, int port) {
        return new IngressBackendBuilder()
                .withNewService()
                .withName(name)
                .withNewPort()
                .withNumber(port)
                .endPort()
                .endService();
    }

    private static IngressBackendBuilder resource(String group, String kind, String name) {
        return new IngressBackendBuilder().withResource(new TypedLocalObjectReference(group, kind, name));
    }

    private static Case ingress(
            String name, Consumer<Ingress.Builder> options, UnaryOperator<IngressSpecBuilder> byHand) {
        return new Case(
                "an Ingress with " + name,
                Ingress.of("front", options),
                new IngressBuilder()
                        .withMetadata(Cases.named("front").build())
                        .withSpec(byHand.apply(new IngressSpecBuilder()).build())
                        .build());
    }

    private static Case ingressClass(
            String name, Consumer<IngressClass.Builder> options, UnaryOperator<IngressClassSpecBuilder> byHand) {
        return new Case(
                "an IngressClass with " + name,
                IngressClass.of("internal", "k8s.io/ingress-nginx", options),
                new IngressClassBuilder()
                        .withMetadata(Cases.named("internal").build())
                        .withSpec(byHand.apply(new IngressClassSpecBuilder().withController("k8s.io/ingress-nginx"))
                                .build())
                        .build());
    }
}
