package dev.gantry.monitoring;

import dev.gantry.Image;
import dev.gantry.LabelSelector;
import dev.gantry.Quantity;
import dev.gantry.access.ServiceAccount;
import dev.gantry.cluster.PriorityClass;
import dev.gantry.config.ConfigMap;
import dev.gantry.config.Secret;
import dev.gantry.model.Case;
import dev.gantry.storage.AccessMode;
import dev.gantry.storage.VolumeClaim;
import dev.gantry.workload.DnsPolicy;
import dev.gantry.workload.ImagePullPolicy;
import dev.gantry.workload.OperatedPodsBuilder;
import dev.gantry.workload.PersistentVolumeClaimRetention;
import dev.gantry.workload.Toleration;
import dev.gantry.workload.UnsatisfiableAction;
import dev.gantry.workload.Volume;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

final class ServerCases {

    private static final VolumeClaim CLAIM = VolumeClaim.of("50Gi", AccessMode.READ_WRITE_ONCE);

    private ServerCases() {}

    static List<Case> cases() {
        return List.of(
                prometheus("what it selects", ServerCases::selectors, selectorFields()),
                prometheus("the pods", p -> pods(p).hostNetwork(true), podFields() + "hostNetwork: true\n"),
                prometheus("the server", ServerCases::server, serverFields()),
                ByHand.withClaim(prometheus("storage", p -> p.storage(CLAIM), """
                        storage: {volumeClaimTemplate: {spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 50Gi}}}}}
                        """)),
                prometheus("what it keeps, and how much it takes", ServerCases::limits, limitFields()),
                ByHand.withClaim(prometheus(
                        "storage with a name",
                        p -> p.storage(StorageSpec.claim(CLAIM)
                                .name("data")
                                .label("a", "b")
                                .annotation("c", "d")
                                .disableMountSubPath()),
                        """
                        storage:
                          disableMountSubPath: true
                          volumeClaimTemplate:
                            metadata: {name: data, labels: {a: b}, annotations: {c: d}}
                            spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 50Gi}}}
                        """)),
                prometheus("storage that goes away", p -> p.storage(StorageSpec.ephemeral(CLAIM)), """
                        storage: {ephemeral: {volumeClaimTemplate: {spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 50Gi}}}}}}
                        """),
                prometheus("a folder", p -> p.storage(StorageSpec.emptyDir()), "storage: {emptyDir: {}}"),
                prometheus(
                        "a small folder",
                        p -> p.storage(StorageSpec.emptyDir(Quantity.gibi(7))),
                        "storage: {emptyDir: {sizeLimit: 7Gi}}"),
                prometheus(
                        "a folder in memory",
                        p -> p.storage(StorageSpec.memory(Quantity.gibi(7))),
                        "storage: {emptyDir: {medium: Memory, sizeLimit: 7Gi}}"),
                alertmanager("the pods", ServerCases::pods, podFields()),
                alertmanager("the server", ServerCases::server, serverFields()),
                alertmanager("its own", ServerCases::alerts, """
                        retention: 240h30m
                        configSecret: auth
                        storage: {emptyDir: {}}
                        alertmanagerConfiguration: {name: global}
                        alertmanagerConfigSelector: {matchLabels: {team: shop}}
                        alertmanagerConfigNamespaceSelector: {}
                        alertmanagerConfigMatcherStrategy: {type: None}
                        additionalPeers: ["other:9094", "another:9094"]
                        clusterAdvertiseAddress: 192.0.2.7:9094
                        clusterLabel: shop
                        clusterGossipInterval: 200ms
                        clusterPushpullInterval: 1m30s
                        clusterPeerTimeout: 15s
                        forceEnableClusterMode: true
                        limits: {maxSilences: 100, maxPerSilenceBytes: 16KB}
                        """));
    }

    private static void selectors(Prometheus.Builder prometheus) {
        prometheus
                .serviceMonitorSelector(LabelSelector.of("team", "a"))
                .serviceMonitorNamespaceSelector(LabelSelector.of("team", "b"))
                .podMonitorSelector(LabelSelector.of("team", "c"))
                .podMonitorNamespaceSelector(LabelSelector.of("team", "d"))
                .probeSelector(LabelSelector.of("team", "e"))
                .probeNamespaceSelector(LabelSelector.of("team", "f"))
                .scrapeConfigSelector(LabelSelector.of("team", "g"))
                .scrapeConfigNamespaceSelector(LabelSelector.of("team", "h"))
                .ruleSelector(LabelSelector.everything())
                .ruleNamespaceSelector(LabelSelector.everything().exists("team"));
    }

    private static String selectorFields() {
        return """
                serviceMonitorSelector: {matchLabels: {team: a}}
                serviceMonitorNamespaceSelector: {matchLabels: {team: b}}
                podMonitorSelector: {matchLabels: {team: c}}
                podMonitorNamespaceSelector: {matchLabels: {team: d}}
                probeSelector: {matchLabels: {team: e}}
                probeNamespaceSelector: {matchLabels: {team: f}}
                scrapeConfigSelector: {matchLabels: {team: g}}
                scrapeConfigNamespaceSelector: {matchLabels: {team: h}}
                ruleSelector: {}
                ruleNamespaceSelector: {matchExpressions: [{key: team, operator: Exists}]}
                """;
    }

    private static <B extends OperatedPodsBuilder<B>> B pods(B pods) {
        return pods.serviceAccount(ServiceAccount.existing("prometheus"))
                .automountServiceAccountToken(false)
                .imagePullPolicy(ImagePullPolicy.ALWAYS)
                .imagePullSecrets(Secret.existing("registry"))
                .requests("1", "2Gi")
                .limits("2", "4Gi")
                .request("ephemeral-storage", Quantity.gibi(1))
                .limit("ephemeral-storage", Quantity.gibi(2))
                .securityContext(s -> s.runAsUser(1000).runAsNonRoot(true))
                .nodeSelector("disk", "ssd")
                .nodeAffinity(a -> a.required(t -> t.exists("disk")))
                .podAffinity(a -> a.required(LabelSelector.of("app", "a"), "zone"))
                .podAntiAffinity(a -> a.required(LabelSelector.of("app", "b"), "zone"))
                .tolerations(Toleration.exists("monitoring"))
                .topologySpread(2, "zone", UnsatisfiableAction.SCHEDULE_ANYWAY, t -> {})
                .priorityClass(PriorityClass.existing("high"))
                .dnsPolicy(DnsPolicy.DEFAULT)
                .dnsConfig(d -> d.nameservers("192.0.2.53"))
                .hostAlias("192.0.2.8", "a.example.com")
                .enableServiceLinks(false)
                .minReady(Duration.ofSeconds(9))
                .terminationGracePeriod(Duration.ofMinutes(5))
                .volume(Volume.emptyDir("scratch"))
                .mount(Volume.configMap("extra", ConfigMap.existing("extra")), "/extra", m -> m.readOnly())
                .mount(Volume.emptyDir("scratch"), "/scratch");
    }

    private static String podFields() {
        return """
                serviceAccountName: prometheus
                automountServiceAccountToken: false
                imagePullPolicy: Always
                imagePullSecrets: [{name: registry}]
                resources:
                  requests: {cpu: "1", memory: 2Gi, ephemeral-storage: 1Gi}
                  limits: {cpu: "2", memory: 4Gi, ephemeral-storage: 2Gi}
                securityContext: {runAsUser: 1000, runAsNonRoot: true}
                nodeSelector: {disk: ssd}
                affinity:
                  nodeAffinity:
                    requiredDuringSchedulingIgnoredDuringExecution:
                      nodeSelectorTerms: [{matchExpressions: [{key: disk, operator: Exists}]}]
                  podAffinity:
                    requiredDuringSchedulingIgnoredDuringExecution:
                    - {topologyKey: zone, labelSelector: {matchLabels: {app: a}}}
                  podAntiAffinity:
                    requiredDuringSchedulingIgnoredDuringExecution:
                    - {topologyKey: zone, labelSelector: {matchLabels: {app: b}}}
                tolerations: [{key: monitoring, operator: Exists}]
                topologySpreadConstraints: [{maxSkew: 2, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway}]
                priorityClassName: high
                dnsPolicy: Default
                dnsConfig: {nameservers: [192.0.2.53]}
                hostAliases: [{ip: 192.0.2.8, hostnames: [a.example.com]}]
                enableServiceLinks: false
                minReadySeconds: 9
                terminationGracePeriodSeconds: 300
                volumes:
                - {name: scratch, emptyDir: {}}
                - {name: extra, configMap: {name: extra}}
                volumeMounts:
                - {name: extra, mountPath: /extra, readOnly: true}
                - {name: scratch, mountPath: /scratch}
                """;
    }

    private static <B extends OperatedServerBuilder<B>> B server(B server) {
        return server.podLabel("a", "b")
                .podAnnotation("c", "d")
                .version("v3.5.0")
                .image(Image.of("example.com/prometheus:3.5.0"))
                .replicas(2)
                .persistentVolumeClaimRetentionPolicy(
                        PersistentVolumeClaimRetention.DELETE, PersistentVolumeClaimRetention.RETAIN)
                .externalUrl("https://prometheus.example.com/p")
                .routePrefix("/p")
                .portName("http")
                .listenLocal(true)
                .paused(true)
                .logLevel(LogLevel.DEBUG)
                .logFormat(LogFormat.JSON)
                .secrets(Secret.existing("s1"), Secret.existing("s2"))
                .configMaps(ConfigMap.existing("c1"))
                .enableFeatures("native-histograms", "exemplar-storage")
                .serviceName("own")
                .hostUsers(false)
                .additionalArg("web.page-title", "Shop");
    }

    private static String serverFields() {
        return """
                podMetadata: {labels: {a: b}, annotations: {c: d}}
                version: v3.5.0
                image: example.com/prometheus:3.5.0
                replicas: 2
                persistentVolumeClaimRetentionPolicy: {whenDeleted: Delete, whenScaled: Retain}
                externalUrl: https://prometheus.example.com/p
                routePrefix: /p
                portName: http
                listenLocal: true
                paused: true
                logLevel: debug
                logFormat: json
                secrets: [s1, s2]
                configMaps: [c1]
                enableFeatures: [native-histograms, exemplar-storage]
                serviceName: own
                hostUsers: false
                additionalArgs: [{name: web.page-title, value: Shop}]
                """;
    }

    private static void limits(Prometheus.Builder prometheus) {
        prometheus
                .shards(2)
                .replicaExternalLabelName("replica")
                .prometheusExternalLabelName("")
                .externalLabel("cluster", "one")
                .scrapeInterval(Duration.ofSeconds(15))
                .scrapeTimeout(Duration.ofSeconds(9))
                .scrapeProtocols(ScrapeProtocol.PROMETHEUS_TEXT_1_0_0, ScrapeProtocol.OPEN_METRICS_TEXT_0_0_1)
                .evaluationInterval(Duration.ofSeconds(20))
                .ruleQueryOffset(Duration.ofSeconds(1))
                .retention(Duration.ofDays(30))
                .retentionSize("50GB")
                .disableCompaction(true)
                .walCompression(false)
                .outOfOrderTimeWindow(Duration.ofMinutes(30))
                .exemplars(1000)
                .query(q -> q.lookbackDelta(Duration.ofMinutes(4))
                        .maxConcurrency(10)
                        .maxSamples(1_000_000)
                        .timeout(Duration.ofMinutes(1)))
                .podTargetLabels("version")
                .enableAdminApi(true)
                .enableRemoteWriteReceiver(true)
                .enableOtlpReceiver(true)
                .scrapeClassicHistograms(true)
                .scrapeNativeHistograms(true)
                .convertClassicHistogramsToNhcb(true)
                .sampleLimit(1)
                .enforcedSampleLimit(2)
                .targetLimit(3)
                .enforcedTargetLimit(4)
                .labelLimit(5)
                .enforcedLabelLimit(6)
                .labelNameLengthLimit(7)
                .enforcedLabelNameLengthLimit(8)
                .labelValueLengthLimit(9)
                .enforcedLabelValueLengthLimit(10)
                .keepDroppedTargets(11)
                .enforcedKeepDroppedTargets(12)
                .bodySizeLimit("1MB")
                .enforcedBodySizeLimit("2MiB")
                .enforcedNamespaceLabel("namespace")
                .overrideHonorLabels(true)
                .overrideHonorTimestamps(true)
                .ignoreNamespaceSelectors(true);
    }

    private static String limitFields() {
        return """
                shards: 2
                replicaExternalLabelName: replica
                prometheusExternalLabelName: ""
                externalLabels: {cluster: one}
                scrapeInterval: 15s
                scrapeTimeout: 9s
                scrapeProtocols: [PrometheusText1.0.0, OpenMetricsText0.0.1]
                evaluationInterval: 20s
                ruleQueryOffset: 1s
                retention: 30d
                retentionSize: 50GB
                disableCompaction: true
                walCompression: false
                tsdb: {outOfOrderTimeWindow: 30m}
                exemplars: {maxSize: 1000}
                query: {lookbackDelta: 4m, maxConcurrency: 10, maxSamples: 1000000, timeout: 1m}
                podTargetLabels: [version]
                enableAdminAPI: true
                enableRemoteWriteReceiver: true
                enableOTLPReceiver: true
                scrapeClassicHistograms: true
                scrapeNativeHistograms: true
                convertClassicHistogramsToNHCB: true
                sampleLimit: 1
                enforcedSampleLimit: 2
                targetLimit: 3
                enforcedTargetLimit: 4
                labelLimit: 5
                enforcedLabelLimit: 6
                labelNameLengthLimit: 7
                enforcedLabelNameLengthLimit: 8
                labelValueLengthLimit: 9
                enforcedLabelValueLengthLimit: 10
                keepDroppedTargets: 11
                enforcedKeepDroppedTargets: 12
                bodySizeLimit: 1MB
                enforcedBodySizeLimit: 2MiB
                enforcedNamespaceLabel: namespace
                overrideHonorLabels: true
                overrideHonorTimestamps: true
                ignoreNamespaceSelectors: true
                """;
    }

    private static void alerts(Alertmanager.Builder alertmanager) {
        alertmanager
                .retention(Duration.ofDays(10).plusMinutes(30))
                .configSecret(MonitorCases.SECRET)
                .storage(StorageSpec.emptyDir())
                .alertmanagerConfiguration("global")
                .alertmanagerConfigSelector(LabelSelector.of("team", "shop"))
                .alertmanagerConfigNamespaceSelector(LabelSelector.everything())
                .alertmanagerConfigMatcherStrategy(AlertmanagerMatcherStrategy.NONE)
                .additionalPeers("other:9094", "another:9094")
                .clusterAdvertiseAddress("192.0.2.7:9094")
                .clusterLabel("shop")
                .clusterGossipInterval(Duration.ofMillis(200))
                .clusterPushpullInterval(Duration.ofSeconds(90))
                .clusterPeerTimeout(Duration.ofSeconds(15))
                .forceEnableClusterMode(true)
                .silenceLimits(100, "16KB");
    }

    static Case prometheus(String name, Consumer<Prometheus.Builder> options, String spec) {
        return ByHand.of(
                "a Prometheus: " + name,
                Prometheus.of("p", options),
                io.fabric8.openshift.api.model.monitoring.v1.Prometheus.class,
                spec);
    }

    private static Case alertmanager(String name, Consumer<Alertmanager.Builder> options, String spec) {
        return ByHand.of(
                "an Alertmanager: " + name,
                Alertmanager.of("a", options),
                io.fabric8.openshift.api.model.monitoring.v1.Alertmanager.class,
                spec);
    }
}
