package dev.gantry.istio.telemetry;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import dev.gantry.istio.ExtensionProvider;

/**
 * Which requests are logged, and where the logs go.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/telemetry/#AccessLogging">AccessLogging</a>
 */
public final class AccessLogging {

    private final Fields logging;

    AccessLogging(Fields logging) {
        this.logging = logging;
    }

    /** Sets {@code match.mode}: for proxies of one side only; of both where it is not set. */
    public AccessLogging match(WorkloadMode mode) {
        logging.object("match").set("mode", mode);
        return this;
    }

    /** Adds to {@code providers}: where the logs go; to the mesh's default providers where none is set. */
    public AccessLogging providers(ExtensionProvider... providers) {
        Providers.add(logging, providers);
        return this;
    }

    /** Sets {@code disabled}: nothing is logged. */
    public AccessLogging disabled(boolean disabled) {
        logging.set("disabled", disabled);
        return this;
    }

    /**
     * Sets {@code filter.expression}: only requests are logged that a CEL expression is true of, such as {@code response.code >=
     * 400}.
     *
     * @see <a href="https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/advanced/attributes">Attributes</a>
     */
    public AccessLogging filter(String expression) {
        logging.object("filter").set("expression", expression, Syntax.NOT_EMPTY);
        return this;
    }
}
