package dev.gantry.istio;

import static java.time.Duration.ofSeconds;

import dev.gantry.Port;
import dev.gantry.access.ServiceAccount;
import dev.gantry.cluster.Namespace;
import dev.gantry.istio.security.AuthorizationAction;
import dev.gantry.istio.security.AuthorizationPolicy;
import dev.gantry.istio.security.MutualTlsMode;
import dev.gantry.istio.security.PeerAuthentication;
import dev.gantry.istio.security.RequestAuthentication;
import dev.gantry.model.Case;
import dev.gantry.network.Service;
import dev.gantry.workload.Deployment;
import io.fabric8.istio.api.api.security.v1beta1.AuthorizationPolicyExtensionProvider;
import io.fabric8.istio.api.api.security.v1beta1.AuthorizationPolicyFluent;
import io.fabric8.istio.api.api.security.v1beta1.AuthorizationPolicyProvider;
import io.fabric8.istio.api.api.security.v1beta1.PeerAuthenticationMutualTLS;
import io.fabric8.istio.api.api.security.v1beta1.PeerAuthenticationMutualTLSMode;
import io.fabric8.istio.api.security.v1.AuthorizationPolicyBuilder;
import io.fabric8.istio.api.security.v1.PeerAuthenticationBuilder;
import io.fabric8.istio.api.security.v1.RequestAuthenticationBuilder;
import java.util.List;
import java.util.function.Consumer;

final class SecurityCases {

    private static final Port HTTP = Port.http(8081);
    private static final Port ADMIN = Port.tcp("admin", 9001);
    private static final Deployment WEB = Deployment.of("web", d -> d.selector("app", "web"));
    private static final ServiceAccount NEAR = ServiceAccount.existing("near");
    private static final ServiceAccount FAR = ServiceAccount.existing("far").in("other");

    private SecurityCases() {}

    static List<Case> cases() {
        return List.of(policy(), target(), sources(), operations(), custom(), peers(), olderPeers(), tokens(), keys());
    }

    private static Case policy() {
        return authorization(
                "whom it is for",
                a -> a.v1beta1()
                        .selects(WEB)
                        .selector("tier", "front")
                        .action(AuthorizationAction.DENY)
                        .rule(r -> r.when("request.headers[user-role]", "admin", "user")
                                .whenNot("source.ip", "192.0.2.7")),
                s -> s.withNewSelector()
                        .addToMatchLabels("app", "web")
                        .addToMatchLabels("tier", "front")
                        .endSelector()
                        .withAction(io.fabric8.istio.api.api.security.v1beta1.AuthorizationPolicyAction.DENY)
                        .addNewRule()
                        .addNewWhen()
                        .withKey("request.headers[user-role]")
                        .withValues("admin", "user")
                        .endWhen()
                        .addNewWhen()
                        .withKey("source.ip")
                        .withNotValues("192.0.2.7")
                        .endWhen()
                        .endRule());
    }

    private static Case target() {
        return authorization(
                "a target",
                a -> a.targetRef(Service.existing("waypoint")),
                s -> s.addNewTargetRef("", "Service", "waypoint", null));
    }

    private static Case sources() {
        return authorization(
                "sources",
                a -> a.rule(r -> r.from(f -> f.principals(NEAR, FAR)
                                .principals("*/sa/any")
                                .notPrincipals(FAR)
                                .notPrincipals("x/ns/none/*")
                                .requestPrincipals("https://issuer.example.com/*")
                                .notRequestPrincipals("https://other.example.com/*")
                                .namespaces(Namespace.existing("shop"))
                                .notNamespaces(Namespace.existing("default"))
                                .ipBlocks("192.0.2.0/24")
                                .notIpBlocks("192.0.2.7")
                                .remoteIpBlocks("198.51.100.0/24")
                                .notRemoteIpBlocks("198.51.100.7"))
                        .from(f -> f.serviceAccounts(NEAR, FAR).notServiceAccounts(FAR))),
                s -> s.addNewRule()
                        .addNewFrom()
                        .withNewSource()
                        .withPrincipals("cluster.local/ns/shop/sa/near", "cluster.local/ns/other/sa/far", "*/sa/any")
                        .withNotPrincipals("cluster.local/ns/other/sa/far", "x/ns/none/*")
                        .withRequestPrincipals("https://issuer.example.com/*")
                        .withNotRequestPrincipals("https://other.example.com/*")
                        .withNamespaces("shop")
                        .withNotNamespaces("default")
                        .withIpBlocks("192.0.2.0/24")
                        .withNotIpBlocks("192.0.2.7")
                        .withRemoteIpBlocks("198.51.100.0/24")
                        .withNotRemoteIpBlocks("198.51.100.7")
                        .endSource()
                        .endFrom()
                        .addNewFrom()
                        .withNewSource()
                        .withServiceAccounts("shop/near", "other/far")
                        .withNotServiceAccounts("other/far")
                        .endSource()
                        .endFrom()
                        .endRule());
    }

    private static Case operations() {
        return authorization(
                "operations",
                a -> a.action(AuthorizationAction.AUDIT)
                        .rule(r -> r.to(o -> o.hosts("shop.example.com")
                                .notHosts("old.example.com")
                                .ports(HTTP)
                                .notPorts(ADMIN)
                                .methods("GET", "POST")
                                .notMethods("DELETE")
                                .paths("/api/*")
                                .notPaths("/api/admin"))),
                s -> s.withAction(io.fabric8.istio.api.api.security.v1beta1.AuthorizationPolicyAction.AUDIT)
                        .addNewRule()
                        .addNewTo()
                        .withNewOperation()
                        .withHosts("shop.example.com")
                        .withNotHosts("old.example.com")
                        .withPorts("8081")
                        .withNotPorts("9001")
                        .withMethods("GET", "POST")
                        .withNotMethods("DELETE")
                        .withPaths("/api/*")
                        .withNotPaths("/api/admin")
                        .endOperation()
                        .endTo()
                        .endRule());
    }

    private static Case custom() {
        return authorization(
                "an external authorizer",
                a -> a.custom(ExtensionProvider.existing("oauth")).rule(r -> {}),
                s -> s.withAction(io.fabric8.istio.api.api.security.v1beta1.AuthorizationPolicyAction.CUSTOM)
                        .withActionDetail(
                                new AuthorizationPolicyProvider(new AuthorizationPolicyExtensionProvider("oauth")))
                        .addNewRule()
                        .endRule());
    }

    private static Case peers() {
        return new Case(
                "a PeerAuthentication",
                PeerAuthentication.of(
                        "web",
                        p -> p.selects(WEB)
                                .mtls(MutualTlsMode.STRICT)
                                .portLevelMtls(HTTP, MutualTlsMode.DISABLE)
                                .portLevelMtls(ADMIN, MutualTlsMode.PERMISSIVE)),
                new PeerAuthenticationBuilder()
                        .withNewMetadata()
                        .withName("web")
                        .endMetadata()
                        .withNewSpec()
                        .withNewSelector()
                        .addToMatchLabels("app", "web")
                        .endSelector()
                        .withNewMtls()
                        .withMode(PeerAuthenticationMutualTLSMode.STRICT)
                        .endMtls()
                        .addToPortLevelMtls(
                                "8081", new PeerAuthenticationMutualTLS(PeerAuthenticationMutualTLSMode.DISABLE))
                        .addToPortLevelMtls(
                                "9001", new PeerAuthenticationMutualTLS(PeerAuthenticationMutualTLSMode.PERMISSIVE))
                        .endSpec()
                        .build());
    }

    private static Case olderPeers() {
        return new Case(
                "a PeerAuthentication of an older version",
                PeerAuthentication.of("default", p -> p.v1beta1().mtls(MutualTlsMode.UNSET)),
                new io.fabric8.istio.api.security.v1beta1.PeerAuthenticationBuilder()
                        .withNewMetadata()
                        .withName("default")
                        .endMetadata()
                        .withNewSpec()
                        .withNewMtls()
                        .withMode(PeerAuthenticationMutualTLSMode.UNSET)
                        .endMtls()
                        .endSpec()
                        .build());
    }

    private static Case tokens() {
        return new Case(
                "a RequestAuthentication",
                RequestAuthentication.of(
                        "tokens",
                        q -> q.targetRef(Service.existing("waypoint"))
                                .jwtRule("https://plain.example.com")
                                .jwtRule(
                                        "https://issuer.example.com",
                                        j -> j.audiences("shop")
                                                .jwksUri("https://issuer.example.com/keys")
                                                .fromHeader("x-token")
                                                .fromHeader("x-auth", "JWT ")
                                                .fromParams("token")
                                                .fromCookies("session")
                                                .outputPayloadToHeader("x-payload")
                                                .outputClaimToHeader("sub", "x-user")
                                                .forwardOriginalToken(true)
                                                .timeout(ofSeconds(3))
                                                .spaceDelimitedClaims("roles"))),
                new RequestAuthenticationBuilder()
                        .withNewMetadata()
                        .withName("tokens")
                        .endMetadata()
                        .withNewSpec()
                        .addNewTargetRef("", "Service", "waypoint", null)
                        .addNewJwtRule()
                        .withIssuer("https://plain.example.com")
                        .endJwtRule()
                        .addNewJwtRule()
                        .withIssuer("https://issuer.example.com")
                        .withAudiences("shop")
                        .withJwksUri("https://issuer.example.com/keys")
                        .addNewFromHeader("x-token", null)
                        .addNewFromHeader("x-auth", "JWT ")
                        .withFromParams("token")
                        .withFromCookies("session")
                        .withOutputPayloadToHeader("x-payload")
                        .addNewOutputClaimToHeader("sub", "x-user")
                        .withForwardOriginalToken(true)
                        .withTimeout("3s")
                        .withSpaceDelimitedClaims("roles")
                        .endJwtRule()
                        .endSpec()
                        .build());
    }

    private static Case keys() {
        return new Case(
                "a RequestAuthentication with keys",
                RequestAuthentication.of(
                        "keys",
                        q -> q.selector("app", "web")
                                .jwtRule("https://issuer.example.com", j -> j.jwks("{\"keys\":[]}"))),
                new RequestAuthenticationBuilder()
                        .withNewMetadata()
                        .withName("keys")
                        .endMetadata()
                        .withNewSpec()
                        .withNewSelector()
                        .addToMatchLabels("app", "web")
                        .endSelector()
                        .addNewJwtRule()
                        .withIssuer("https://issuer.example.com")
                        .withJwks("{\"keys\":[]}")
                        .endJwtRule()
                        .endSpec()
                        .build());
    }

    private static Case authorization(
            String name, Consumer<AuthorizationPolicy.Builder> options, Consumer<AuthorizationPolicyFluent<?>> byHand) {
        AuthorizationPolicy made = AuthorizationPolicy.of("web", options);
        AuthorizationPolicyBuilder object = new AuthorizationPolicyBuilder()
                .withApiVersion(made.kind().apiVersion())
                .withNewMetadata()
                .withName("web")
                .endMetadata();
        var spec = object.withNewSpec();
        byHand.accept(spec);
        spec.endSpec();
        return new Case("an AuthorizationPolicy with " + name, made, object.build());
    }
}
