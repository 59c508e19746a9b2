package com.example.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.gantry.Gantry;
import dev.gantry.Synthesis;
import dev.gantry.access.ApiResource;
import dev.gantry.access.Verb;
import dev.gantry.check.Manifest;
import dev.gantry.testing.GantryAssertions;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlatformTest {

    private static final YAMLMapper YAML = new YAMLMapper();

    @ParameterizedTest
    @EnumSource
    void should_make_the_objects_of_the_document(Document object) throws IOException {
        JsonNode expected = YAML.readTree(object.yaml());

        Manifest made = manifest(
                production(),
                expected.at("/kind").asText(),
                expected.at("/metadata/name").asText());

        assertThat(withoutPlacement(made.tree())).isEqualTo(withoutPlacement(expected));
    }

    @Test
    void should_accept_just_these_findings_in_production() {
        assertThat(production().findings())
                .allSatisfy(finding -> assertThat(finding.reason()).isNotBlank())
                .extracting(finding -> finding.code() + " " + finding.resource())
                .containsExactlyInAnyOrder(
                        "GTY-ARG-018 Application argocd/myapp-prod",
                        "GTY-CRD-012 CustomResourceDefinition webapps.example.com",
                        "GTY-IST-002 DestinationRule myapp-prod/myapp-dr",
                        "GTY-MON-006 PrometheusRule myapp-prod/myapp-alerts",
                        "GTY-MON-006 ServiceMonitor myapp-prod/myapp-metrics",
                        "GTY-MSH-012 PeerAuthentication myapp-prod/myapp-pa",
                        "GTY-MSH-013 AuthorizationPolicy myapp-prod/myapp-authz",
                        "GTY-PRM-002 PrometheusRule myapp-prod/myapp-alerts",
                        "GTY-SEC-001 DaemonSet kube-system/fluentd",
                        "GTY-SEC-002 DaemonSet kube-system/fluentd",
                        "GTY-SEC-006 null",
                        "GTY-VPA-004 VerticalPodAutoscaler myapp-prod/myapp-vpa",
                        "GTY-WRK-017 DaemonSet kube-system/fluentd");
    }

    @Test
    void should_accept_the_newest_build_in_development_only() {
        assertThat(Gantry.synthesize(new Platform(), "development").findings())
                .extracting(finding -> finding.code() + " " + finding.resource())
                .contains("GTY-WRK-018 Deployment myapp-dev/myapp");
    }

    @Test
    void should_let_fluentd_read_pods_and_no_secrets() {
        GantryAssertions.assertThat(production())
                .serviceAccount("kube-system", "fluentd")
                .mayInCluster(Verb.LIST, ApiResource.PODS, ApiResource.NAMESPACES)
                .mayNot(Verb.GET, ApiResource.SECRETS);
    }

    @Test
    void should_send_logs_to_where_elasticsearch_listens() {
        JsonNode fluentd = manifest(production(), "DaemonSet", "fluentd").tree();

        assertThat(fluentd.at("/spec/template/spec/containers/0/env/0/value").asText())
                .isEqualTo("elasticsearch.logging.svc.cluster.local");
    }

    private static Synthesis production() {
        return Gantry.synthesize(new Platform(), "production");
    }

    private static Manifest manifest(Synthesis made, String kind, String name) {
        return made.manifests().stream()
                .filter(m -> m.id().kind().equals(kind) && m.id().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** An object without its namespace and labels, which the document leaves to whoever applies it. */
    private static ObjectNode withoutPlacement(JsonNode object) {
        ObjectNode copy = object.deepCopy();
        copy.withObject("/metadata").remove("namespace");
        copy.withObject("/metadata").remove("labels");
        return copy;
    }
}
