package dev.gantry.monitoring;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Another system that gets all samples.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.RemoteWriteSpec">
 *     RemoteWriteSpec</a>
 */
public final class RemoteWrite extends AuthorizedClient<RemoteWrite> {

    RemoteWrite(Fields client) {
        super(client);
    }

    /** Sets {@code name}: for metrics and logs, unique among the queues. */
    public RemoteWrite name(String name) {
        client.set("name", name, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code messageVersion}; {@link RemoteWriteMessageVersion#V1_0} where it is not set. */
    public RemoteWrite messageVersion(RemoteWriteMessageVersion version) {
        client.set("messageVersion", version);
        return this;
    }

    /** Sets {@code sendExemplars}: whether exemplars are sent too; {@code false} by default. */
    public RemoteWrite sendExemplars(boolean send) {
        client.set("sendExemplars", send);
        return this;
    }

    /** Sets {@code sendNativeHistograms}: whether native histograms are sent too; {@code false} by default. */
    public RemoteWrite sendNativeHistograms(boolean send) {
        client.set("sendNativeHistograms", send);
        return this;
    }

    /** Sets {@code remoteTimeout}: how long an answer may take; 30 seconds by default. */
    public RemoteWrite remoteTimeout(Duration timeout) {
        Durations.setPositive(client, "remoteTimeout", timeout);
        return this;
    }

    /** Adds to {@code headers}: a header of every request. */
    public RemoteWrite header(String name, String value) {
        client.object("headers").set(name, value);
        return this;
    }

    /** Adds to {@code writeRelabelConfigs}: what is done to samples before they are sent. */
    public RemoteWrite writeRelabelConfigs(Relabeling... steps) {
        Relabeling.addAll(client, "writeRelabelConfigs", steps);
        return this;
    }

    /**
     * Sets {@code enableHTTP2}: whether HTTP 2 is spoken; {@code false} by default from Prometheus 3 on, and {@code true} before.
     *
     * @see <a href="https://prometheus.io/docs/prometheus/latest/migration/">Prometheus 3.0 migration guide</a>
     */
    public RemoteWrite enableHttp2(boolean enable) {
        client.set("enableHTTP2", enable);
        return this;
    }

    /** Sets {@code roundRobinDNS}: whether each connection goes to another of the addresses of a name. */
    public RemoteWrite roundRobinDns(boolean roundRobin) {
        client.set("roundRobinDNS", roundRobin);
        return this;
    }

    /** Sets {@code queueConfig}: how samples wait to be sent. */
    public RemoteWrite queueConfig(Consumer<QueueConfig> options) {
        client.object("queueConfig").block(QueueConfig::new, options);
        return this;
    }

    /**
     * Sets {@code metadataConfig}: whether, and how often, the metrics' types and help are sent.
     *
     * @param interval 1 minute by default
     */
    public RemoteWrite metadataConfig(boolean send, Duration interval) {
        Fields metadata = client.object("metadataConfig");
        metadata.set("send", send);
        Durations.setPositive(metadata, "sendInterval", interval);
        return this;
    }
}
