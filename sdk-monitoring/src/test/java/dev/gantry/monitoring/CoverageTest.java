package dev.gantry.monitoring;

import dev.gantry.model.CoverageContract;
import dev.gantry.model.Dsl;
import dev.gantry.workload.OperatedPodsBuilder;
import java.util.Set;

class CoverageTest extends CoverageContract {

    /** What the builders leave to {@code raw}, and why. */
    private static final Set<String> LEFT_TO_RAW = Set.of(
            // nobody writes these: the cluster does
            "Alertmanager.status",
            "Prometheus.status",
            "ServiceMonitor.status",
            // compared as a tree
            "EmbeddedObjectMetadata.name",
            "StorageSpec.disableMountSubPath",
            "StorageSpec.volumeClaimTemplate",
            // deprecated: the image, or a key of a Secret, says it
            "AlertmanagerEndpoints.bearerTokenFile",
            "AlertmanagerSpec.baseImage",
            "AlertmanagerSpec.sha",
            "AlertmanagerSpec.tag",
            "Endpoint.bearerTokenFile",
            "PodMetricsEndpoint.targetPort",
            "PrometheusSpec.allowOverlappingBlocks",
            "PrometheusSpec.baseImage",
            "PrometheusSpec.sha",
            "PrometheusSpec.tag",
            "RemoteReadSpec.bearerToken",
            "RemoteReadSpec.bearerTokenFile",
            "RemoteWriteSpec.bearerToken",
            "RemoteWriteSpec.bearerTokenFile",
            "ThanosSpec.baseImage",
            "ThanosSpec.listenLocal",
            "ThanosSpec.sha",
            "ThanosSpec.tag",
            // files in the container, which few mount there
            "Authorization.credentialsFile",
            "PrometheusSpec.queryLogFile",
            "PrometheusSpec.scrapeFailureLogFile",
            "TLSConfig.caFile",
            "TLSConfig.certFile",
            "TLSConfig.keyFile",
            "ThanosSpec.objectStorageConfigFile",
            "ThanosSpec.tracingConfigFile",
            // headers for proxies, and a proxy of its own for the server of tokens
            "AlertmanagerEndpoints.proxyConnectHeader",
            "Endpoint.proxyConnectHeader",
            "HTTPSDConfig.proxyConnectHeader",
            "KubernetesSDConfig.proxyConnectHeader",
            "OAuth2.noProxy",
            "OAuth2.proxyConnectHeader",
            "OAuth2.proxyFromEnvironment",
            "OAuth2.proxyUrl",
            "PodMetricsEndpoint.proxyConnectHeader",
            "ProberSpec.proxyConnectHeader",
            "RemoteReadSpec.proxyConnectHeader",
            "RemoteWriteSpec.proxyConnectHeader",
            "ScrapeConfigSpec.proxyConnectHeader",
            // clouds' own ways to log in
            "AlertmanagerEndpoints.sigv4",
            "RemoteWriteSpec.azureAd",
            "RemoteWriteSpec.sigv4",
            // clouds' own ways to find targets
            "ScrapeConfigSpec.azureSDConfigs",
            "ScrapeConfigSpec.consulSDConfigs",
            "ScrapeConfigSpec.digitalOceanSDConfigs",
            "ScrapeConfigSpec.dockerSDConfigs",
            "ScrapeConfigSpec.dockerSwarmSDConfigs",
            "ScrapeConfigSpec.ec2SDConfigs",
            "ScrapeConfigSpec.eurekaSDConfigs",
            "ScrapeConfigSpec.gceSDConfigs",
            "ScrapeConfigSpec.hetznerSDConfigs",
            "ScrapeConfigSpec.ionosSDConfigs",
            "ScrapeConfigSpec.kumaSDConfigs",
            "ScrapeConfigSpec.lightSailSDConfigs",
            "ScrapeConfigSpec.linodeSDConfigs",
            "ScrapeConfigSpec.nomadSDConfigs",
            "ScrapeConfigSpec.openstackSDConfigs",
            "ScrapeConfigSpec.ovhcloudSDConfigs",
            "ScrapeConfigSpec.puppetDBSDConfigs",
            "ScrapeConfigSpec.scalewaySDConfigs",
            // patches of what the operator makes, which it merges by name
            "AlertmanagerSpec.containers",
            "AlertmanagerSpec.initContainers",
            "PrometheusSpec.containers",
            "PrometheusSpec.initContainers",
            "ThanosSpec.additionalArgs",
            "ThanosSpec.volumeMounts",
            // large settings that few clusters have
            "AlertmanagerConfiguration.global",
            "AlertmanagerConfiguration.templates",
            "AlertmanagerSpec.clusterTLS",
            "AlertmanagerSpec.web",
            "PrometheusSpec.apiserverConfig",
            "PrometheusSpec.otlp",
            "PrometheusSpec.scrapeClasses",
            "PrometheusSpec.tracingConfig",
            "PrometheusSpec.web",
            "ThanosSpec.grpcServerTlsConfig",
            "ThanosSpec.tracingConfig",
            // rarely set
            "FileSDConfig.refreshInterval",
            "MetadataConfig.maxSamplesPerSend",
            "PrometheusSpec.arbitraryFSAccessThroughSMs",
            "PrometheusSpec.excludedFromEnforcement",
            "PrometheusSpec.maximumStartupDurationSeconds",
            "PrometheusSpec.nameEscapingScheme",
            "PrometheusSpec.nameValidationScheme",
            "PrometheusSpec.prometheusRulesExcludedFromEnforce",
            "PrometheusSpec.reloadStrategy",
            "PrometheusSpec.remoteWriteReceiverMessageVersions",
            "PrometheusSpec.rules",
            "PrometheusSpec.runtime",
            "PrometheusSpec.serviceDiscoveryRole",
            "PrometheusSpec.shardRetentionPolicy",
            "ScrapeConfigSpec.nameEscapingScheme",
            "ScrapeConfigSpec.nameValidationScheme",
            "ThanosSpec.getConfigInterval",
            "ThanosSpec.getConfigTimeout",
            "ThanosSpec.grpcListenLocal",
            "ThanosSpec.httpListenLocal",
            "ThanosSpec.minTime");

    CoverageTest() {
        super(Dsl.of(Prometheus.class, OperatedPodsBuilder.class), Cases.all(), Cases.WRITTEN_IN);
    }

    @Override
    protected Set<String> leftToRaw() {
        return LEFT_TO_RAW;
    }

    /** Kubernetes' own classes are the core's, whose tests cover them. */
    @Override
    protected boolean isOutOfReach(String field) {
        String owner = "io.fabric8.kubernetes.api.model." + field.substring(0, field.indexOf('.'));
        return getClass().getClassLoader().getResource(owner.replace('.', '/') + ".class") != null;
    }
}
