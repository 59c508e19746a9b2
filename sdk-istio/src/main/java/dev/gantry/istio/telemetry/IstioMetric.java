package dev.gantry.istio.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * A metric that the proxies of the mesh have.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/telemetry/#MetricSelector-IstioMetric">IstioMetric</a>
 */
public enum IstioMetric implements Leaf {
    /** All of them. */
    ALL_METRICS,
    /** How many requests there were: {@code istio_requests_total}. */
    REQUEST_COUNT,
    /** How long they took: {@code istio_request_duration_milliseconds}. */
    REQUEST_DURATION,
    /** How large requests were: {@code istio_request_bytes}. */
    REQUEST_SIZE,
    /** How large responses were: {@code istio_response_bytes}. */
    RESPONSE_SIZE,
    /** How many connections began: {@code istio_tcp_connections_opened_total}. */
    TCP_OPENED_CONNECTIONS,
    /** How many connections ended: {@code istio_tcp_connections_closed_total}. */
    TCP_CLOSED_CONNECTIONS,
    /** How much was sent in answers: {@code istio_tcp_sent_bytes_total}. */
    TCP_SENT_BYTES,
    /** How much was received: {@code istio_tcp_received_bytes_total}. */
    TCP_RECEIVED_BYTES,
    /** How many messages clients sent: {@code istio_request_messages_total}. */
    GRPC_REQUEST_MESSAGES,
    /** How many messages servers sent: {@code istio_response_messages_total}. */
    GRPC_RESPONSE_MESSAGES;

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(name());
    }
}
