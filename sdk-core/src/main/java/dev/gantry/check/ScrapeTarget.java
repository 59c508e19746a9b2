package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One port of a workload's pods that one endpoint of a monitor has scraped.
 *
 * @param monitor the ServiceMonitor or PodMonitor
 * @param field where the endpoint stands in it, such as {@code spec.endpoints[0]}
 * @param endpoint its tree
 * @param service the Service that leads to the pods; {@code null} for a PodMonitor
 * @param workload whose pods are scraped
 * @param container that declares the port; {@code null} if none does, which is allowed where a Service has the number
 * @param port its tree in the container; {@code null} if no container declares it
 * @param number what is connected to
 * @param job the {@code job} label of what is scraped; {@code null} if relabelling or an open namespace leaves it unknown
 */
public record ScrapeTarget(
        Manifest monitor,
        String field,
        JsonNode endpoint,
        @Nullable Manifest service,
        Workload workload,
        @Nullable PodContainer container,
        @Nullable JsonNode port,
        int number,
        @Nullable String job) {

    /** {@code http} or {@code https}; the operator's default is {@code http}. */
    public String scheme() {
        return endpoint.path("scheme").asText("http").toLowerCase(Locale.ROOT);
    }

    /** The path that is asked for; Prometheus' default is {@code /metrics}. */
    public String path() {
        String path = endpoint.path("path").asText();
        return path.isEmpty() ? "/metrics" : path;
    }

    /** How often, such as {@code 30s}; empty if the Prometheus decides. */
    public String interval() {
        return endpoint.path("interval").asText();
    }

    /** {@code tlsConfig}; a missing node if there is none. */
    public JsonNode tlsConfig() {
        return endpoint.path("tlsConfig");
    }

    /** {@code authorization}; a missing node if there is none. */
    public JsonNode authorization() {
        return endpoint.path("authorization");
    }

    /** Whether the scrape speaks no TLS, so that a sidecar which insists on mutual TLS turns it away. */
    public boolean isPlain() {
        return scheme().equals("http");
    }

    /** Where one of the endpoint's fields stands in the monitor. */
    public String field(String name) {
        return field + "." + name;
    }
}
