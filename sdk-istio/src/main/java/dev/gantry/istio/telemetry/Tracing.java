package dev.gantry.istio.telemetry;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import dev.gantry.istio.ExtensionProvider;
import dev.gantry.istio.IstioNumber;

/**
 * Which requests are traced, and what the traces say.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/telemetry/#Tracing">Tracing</a>
 */
public final class Tracing {

    private final Fields tracing;

    Tracing(Fields tracing) {
        this.tracing = tracing;
    }

    /** Sets {@code match.mode}: for proxies of one side only; of both where it is not set. */
    public Tracing match(WorkloadMode mode) {
        tracing.object("match").set("mode", mode);
        return this;
    }

    /** Adds to {@code providers}: where the traces go; to the mesh's default providers where none is set. */
    public Tracing providers(ExtensionProvider... providers) {
        Providers.add(tracing, providers);
        return this;
    }

    /** Sets {@code randomSamplingPercentage}: how many of the requests are traced that nobody has decided about, from 0 to 100. */
    public Tracing randomSamplingPercentage(double percentage) {
        tracing.set("randomSamplingPercentage", IstioNumber.percent(percentage));
        return this;
    }

    /** Sets {@code disableSpanReporting}: no traces are sent, though they are passed on with requests. */
    public Tracing disableSpanReporting(boolean disable) {
        tracing.set("disableSpanReporting", disable);
        return this;
    }

    /** Sets {@code useRequestIdForTraceSampling}: the id of a request tells whether it is traced; {@code true} by default. */
    public Tracing useRequestIdForTraceSampling(boolean use) {
        tracing.set("useRequestIdForTraceSampling", use);
        return this;
    }

    /** Sets {@code enableIstioTags}: traces have tags that Istio knows the values of; {@code true} by default. */
    public Tracing enableIstioTags(boolean enable) {
        tracing.set("enableIstioTags", enable);
        return this;
    }

    /**
     * Sets {@code disableContextPropagation}: requests are passed on without the headers of their trace, for instance to hosts
     * outside; {@code false} by default.
     */
    public Tracing disableContextPropagation(boolean disable) {
        tracing.set("disableContextPropagation", disable);
        return this;
    }

    /** Adds to {@code customTags}: a tag with always the same value. */
    public Tracing literalTag(String tag, String value) {
        tag(tag, "literal").set("value", value, Syntax.NOT_EMPTY);
        return this;
    }

    /** Adds to {@code customTags}: a tag with the value of an environment variable of the proxy. */
    public Tracing environmentTag(String tag, String variable) {
        tag(tag, "environment").set("name", variable, Syntax.ENV_NAME);
        return this;
    }

    /** Adds to {@code customTags}: a tag with the value of an environment variable of the proxy, or else another. */
    public Tracing environmentTag(String tag, String variable, String defaultValue) {
        Fields environment = tag(tag, "environment");
        environment.set("name", variable, Syntax.ENV_NAME);
        environment.set("defaultValue", defaultValue);
        return this;
    }

    /** Adds to {@code customTags}: a tag with the value of a header of the request. */
    public Tracing headerTag(String tag, String header) {
        tag(tag, "header").set("name", header, Syntax.NOT_EMPTY);
        return this;
    }

    /** Adds to {@code customTags}: a tag with the value of a header of the request, or else another. */
    public Tracing headerTag(String tag, String header, String defaultValue) {
        Fields source = tag(tag, "header");
        source.set("name", header, Syntax.NOT_EMPTY);
        source.set("defaultValue", defaultValue);
        return this;
    }

    /**
     * Adds to {@code customTags}: a tag with a value that is written as in access logs.
     *
     * @param value such as {@code %REQUESTED_SERVER_NAME%}
     * @see <a href="https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage#command-operators">
     *     Command operators</a>
     */
    public Tracing formatterTag(String tag, String value) {
        tag(tag, "formatter").set("value", value, Syntax.NOT_EMPTY);
        return this;
    }

    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    private Fields tag(String tag, String source) {
        Fields tags = tracing.object("customTags");
        return tags.given("", tag) ? tags.replace(tag).object(source) : tags.object("");
    }
}
