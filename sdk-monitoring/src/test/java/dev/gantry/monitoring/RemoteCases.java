package dev.gantry.monitoring;

import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.Quantity;
import dev.gantry.config.Secret;
import dev.gantry.model.Case;
import dev.gantry.network.Service;
import java.time.Duration;
import java.util.List;

/** Where a Prometheus sends what it has, and what it asks of others. */
final class RemoteCases {

    private RemoteCases() {}

    static List<Case> cases() {
        return List.of(ServerCases.prometheus("others", RemoteCases::others, otherFields()));
    }

    private static void others(Prometheus.Builder prometheus) {
        Port web = Port.tcp("web", 9093);
        Service alerts = Service.of("alerts", s -> s.port(web, 80, p -> p.name("api")));
        Secret secret = MonitorCases.SECRET;
        prometheus
                .alertmanager(Alertmanager.of("main", a -> {}))
                .alertmanager(Alertmanager.existing("other").in("elsewhere"))
                .alertmanager(
                        alerts,
                        web,
                        a -> a.scheme(ScrapeScheme.HTTPS)
                                .pathPrefix("/am")
                                .apiVersion(AlertmanagerApiVersion.V2)
                                .timeout(Duration.ofSeconds(7))
                                .enableHttp2(false)
                                .relabelings(Relabeling.keep("a", "b"))
                                .alertRelabelings(Relabeling.labelDrop("replica"))
                                .basicAuth(secret.key("user"), secret.key("password"))
                                .authorization(secret.key("token"))
                                .tlsConfig(MonitorCases::tls)
                                .proxyUrl("http://proxy.example.com:3128")
                                .noProxy("example.com")
                                .proxyFromEnvironment(true))
                .remoteWrite("https://write.example.com", RemoteCases::write)
                .remoteRead("https://read.example.com", RemoteCases::read)
                .thanos(t -> t.version("0.37.2")
                        .image(Image.of("example.com/thanos:0.37.2"))
                        .objectStorageConfig(secret.key("thanos"))
                        .request("memory", Quantity.mebi(64))
                        .limit("memory", Quantity.mebi(128))
                        .blockSize(Duration.ofHours(1))
                        .readyTimeout(Duration.ofMinutes(10))
                        .logLevel(LogLevel.WARN)
                        .logFormat(LogFormat.JSON))
                .additionalScrapeConfigs(secret.key("scrape"))
                .additionalAlertRelabelConfigs(secret.key("relabel"))
                .additionalAlertManagerConfigs(secret.key("managers"));
    }

    private static void write(RemoteWrite write) {
        write.name("central")
                .messageVersion(RemoteWriteMessageVersion.V2_0)
                .sendExemplars(true)
                .sendNativeHistograms(true)
                .remoteTimeout(Duration.ofSeconds(20))
                .header("X-Scope", "shop")
                .writeRelabelConfigs(Relabeling.drop("a", "b"))
                .enableHttp2(false)
                .followRedirects(false)
                .roundRobinDns(true)
                .queueConfig(q -> q.capacity(1)
                        .minShards(2)
                        .maxShards(3)
                        .maxSamplesPerSend(4)
                        .maxRetries(5)
                        .batchSendDeadline(Duration.ofSeconds(6))
                        .minBackoff(Duration.ofMillis(30))
                        .maxBackoff(Duration.ofSeconds(5))
                        .retryOnRateLimit(true)
                        .sampleAgeLimit(Duration.ofHours(1)))
                .metadataConfig(true, Duration.ofMinutes(2));
        client(write);
    }

    private static <B extends AuthorizedClient<B>> void client(AuthorizedClient<B> client) {
        Secret secret = MonitorCases.SECRET;
        client.basicAuth(secret.key("user"), secret.key("password"))
                .authorization("Token", secret.key("token"))
                .oauth2(
                        SecretOrConfigMap.secret(secret.key("id")),
                        secret.key("secret"),
                        "https://auth.example.com/token",
                        MonitorCases::oauth2)
                .tlsConfig(MonitorCases::tls)
                .proxyUrl("http://proxy.example.com:3128")
                .noProxy("example.com")
                .proxyFromEnvironment(true);
    }

    private static void read(RemoteRead read) {
        read.name("archive")
                .requiredMatcher("tier", "back")
                .remoteTimeout(Duration.ofSeconds(20))
                .header("X-Scope", "shop")
                .readRecent(true)
                .filterExternalLabels(false)
                .followRedirects(false);
        client(read);
    }

    private static String otherFields() {
        String auth = """
                basicAuth: {username: {name: auth, key: user}, password: {name: auth, key: password}}
                authorization: {credentials: {name: auth, key: token}}
                proxyUrl: http://proxy.example.com:3128
                noProxy: example.com
                proxyFromEnvironment: true
                """ + MonitorCases.tlsFields();
        return """
                alerting:
                  alertmanagers:
                  - {namespace: shop, name: alertmanager-operated, port: web}
                  - {namespace: elsewhere, name: alertmanager-operated, port: web}
                  - namespace: shop
                    name: alerts
                    port: api
                    scheme: https
                    pathPrefix: /am
                    apiVersion: v2
                    timeout: 7s
                    enableHttp2: false
                    relabelings: [{action: keep, sourceLabels: [a], regex: b}]
                    alertRelabelings: [{action: labeldrop, regex: replica}]
                """ + auth.indent(4) + """
                remoteWrite:
                - url: https://write.example.com
                  name: central
                  messageVersion: V2.0
                  sendExemplars: true
                  sendNativeHistograms: true
                  remoteTimeout: 20s
                  headers: {X-Scope: shop}
                  writeRelabelConfigs: [{action: drop, sourceLabels: [a], regex: b}]
                  enableHTTP2: false
                  followRedirects: false
                  roundRobinDNS: true
                  queueConfig:
                    capacity: 1
                    minShards: 2
                    maxShards: 3
                    maxSamplesPerSend: 4
                    maxRetries: 5
                    batchSendDeadline: 6s
                    minBackoff: 30ms
                    maxBackoff: 5s
                    retryOnRateLimit: true
                    sampleAgeLimit: 1h
                  metadataConfig: {send: true, sendInterval: 2m}
                """
                + (auth.replace("{credentials", "{type: Token, credentials") + MonitorCases.oauth2Fields()).indent(2)
                + """
                remoteRead:
                - url: https://read.example.com
                  name: archive
                  requiredMatchers: {tier: back}
                  remoteTimeout: 20s
                  headers: {X-Scope: shop}
                  readRecent: true
                  filterExternalLabels: false
                  followRedirects: false
                """
                + (auth.replace("{credentials", "{type: Token, credentials") + MonitorCases.oauth2Fields()).indent(2)
                + """
                thanos:
                  version: 0.37.2
                  image: example.com/thanos:0.37.2
                  objectStorageConfig: {name: auth, key: thanos}
                  resources: {requests: {memory: 64Mi}, limits: {memory: 128Mi}}
                  blockSize: 1h
                  readyTimeout: 10m
                  logLevel: warn
                  logFormat: json
                additionalScrapeConfigs: {name: auth, key: scrape}
                additionalAlertRelabelConfigs: {name: auth, key: relabel}
                additionalAlertManagerConfigs: {name: auth, key: managers}
                """;
    }
}
