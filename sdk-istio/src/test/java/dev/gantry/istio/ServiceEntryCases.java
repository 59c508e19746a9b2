package dev.gantry.istio;

import dev.gantry.Port;
import dev.gantry.access.ServiceAccount;
import dev.gantry.istio.traffic.DestinationRule;
import dev.gantry.istio.traffic.IstioProtocol;
import dev.gantry.istio.traffic.ServiceEntry;
import dev.gantry.istio.traffic.ServiceEntryLocation;
import dev.gantry.istio.traffic.ServiceEntryResolution;
import dev.gantry.istio.traffic.VirtualService;
import dev.gantry.istio.traffic.WorkloadEntry;
import dev.gantry.model.Case;
import dev.gantry.workload.Deployment;
import io.fabric8.istio.api.networking.v1.DestinationRuleBuilder;
import io.fabric8.istio.api.networking.v1.ServiceEntryBuilder;
import io.fabric8.istio.api.networking.v1.VirtualServiceBuilder;
import io.fabric8.istio.api.networking.v1.WorkloadEntryBuilder;
import java.util.List;

final class ServiceEntryCases {

    private static final Port HTTPS = Port.tcp("https", 8443);
    private static final Port SQL = Port.tcp("sql", 3306);
    private static final ServiceAccount ACCOUNT = ServiceAccount.existing("billing");
    private static final Deployment WEB = Deployment.of("web", d -> d.selector("app", "web"));

    private ServiceEntryCases() {}

    static List<Case> cases() {
        ServiceEntry outside = ServiceEntry.of(
                "outside",
                "api.example.org",
                e -> e.port(HTTPS, 443, IstioProtocol.TLS).port(SQL, IstioProtocol.TCP));
        return List.of(
                serviceEntry(),
                selecting(),
                workloadEntry(),
                new Case(
                        "a route to a ServiceEntry",
                        VirtualService.of(
                                "outside",
                                v -> v.host(outside)
                                        .http(r -> r.to(outside, HTTPS, 60).to(outside, SQL, 40))),
                        new VirtualServiceBuilder()
                                .withNewMetadata()
                                .withName("outside")
                                .endMetadata()
                                .withNewSpec()
                                .withHosts("api.example.org")
                                .addNewHttp()
                                .addNewRoute()
                                .withNewDestination()
                                .withHost("api.example.org")
                                .withNewPort(443L)
                                .endDestination()
                                .withWeight(60)
                                .endRoute()
                                .addNewRoute()
                                .withNewDestination()
                                .withHost("api.example.org")
                                .withNewPort(3306L)
                                .endDestination()
                                .withWeight(40)
                                .endRoute()
                                .endHttp()
                                .endSpec()
                                .build()),
                new Case(
                        "a DestinationRule for a ServiceEntry",
                        DestinationRule.of("outside", outside, d -> {}),
                        new DestinationRuleBuilder()
                                .withNewMetadata()
                                .withName("outside")
                                .endMetadata()
                                .withNewSpec()
                                .withHost("api.example.org")
                                .endSpec()
                                .build()));
    }

    private static Case serviceEntry() {
        return new Case(
                "a ServiceEntry",
                ServiceEntry.of(
                        "billing",
                        "billing.example.org",
                        e -> e.hosts("pay.example.org")
                                .addresses("192.0.2.0/24")
                                .port(HTTPS, 443, IstioProtocol.TLS)
                                .port(SQL, IstioProtocol.TCP)
                                .location(ServiceEntryLocation.MESH_INTERNAL)
                                .resolution(ServiceEntryResolution.STATIC)
                                .endpoint("192.0.2.7")
                                .endpoint(
                                        "192.0.2.8",
                                        p -> p.port(HTTPS, 9443)
                                                .label("version", "2")
                                                .network("far")
                                                .locality("us-west/zone1")
                                                .weight(3)
                                                .serviceAccount(ACCOUNT))
                                .exportToOwnNamespace()
                                .subjectAltNames("spiffe://cluster.local/ns/shop/sa/billing")),
                new ServiceEntryBuilder()
                        .withNewMetadata()
                        .withName("billing")
                        .endMetadata()
                        .withNewSpec()
                        .withHosts("billing.example.org", "pay.example.org")
                        .withAddresses("192.0.2.0/24")
                        .addNewPort("https", 443L, "TLS", 8443L)
                        .addNewPort("sql", 3306L, "TCP", null)
                        .withLocation(io.fabric8.istio.api.api.networking.v1alpha3.ServiceEntryLocation.MESH_INTERNAL)
                        .withResolution(io.fabric8.istio.api.api.networking.v1alpha3.ServiceEntryResolution.STATIC)
                        .addNewEndpoint()
                        .withAddress("192.0.2.7")
                        .endEndpoint()
                        .addNewEndpoint()
                        .withAddress("192.0.2.8")
                        .addToPorts("https", 9443L)
                        .addToLabels("version", "2")
                        .withNetwork("far")
                        .withLocality("us-west/zone1")
                        .withWeight(3L)
                        .withServiceAccount("billing")
                        .endEndpoint()
                        .withExportTo(".")
                        .withSubjectAltNames("spiffe://cluster.local/ns/shop/sa/billing")
                        .endSpec()
                        .build());
    }

    private static Case selecting() {
        return new Case(
                "a ServiceEntry that selects pods",
                ServiceEntry.of("web", "*.web.example.com", e -> e.selects(WEB).selector("zone", "a")),
                new ServiceEntryBuilder()
                        .withNewMetadata()
                        .withName("web")
                        .endMetadata()
                        .withNewSpec()
                        .withHosts("*.web.example.com")
                        .withNewWorkloadSelector()
                        .addToLabels("app", "web")
                        .addToLabels("zone", "a")
                        .endWorkloadSelector()
                        .endSpec()
                        .build());
    }

    private static Case workloadEntry() {
        return new Case(
                "a WorkloadEntry",
                WorkloadEntry.of(
                        "machine",
                        w -> w.address("192.0.2.9")
                                .port(HTTPS, 9444)
                                .workloadLabel("app", "billing")
                                .network("far")
                                .locality("us-east")
                                .weight(5)
                                .serviceAccount(ACCOUNT)),
                new WorkloadEntryBuilder()
                        .withNewMetadata()
                        .withName("machine")
                        .endMetadata()
                        .withNewSpec()
                        .withAddress("192.0.2.9")
                        .addToPorts("https", 9444L)
                        .addToLabels("app", "billing")
                        .withNetwork("far")
                        .withLocality("us-east")
                        .withWeight(5L)
                        .withServiceAccount("billing")
                        .endSpec()
                        .build());
    }
}
