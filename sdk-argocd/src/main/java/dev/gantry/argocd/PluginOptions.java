package dev.gantry.argocd;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import java.util.SortedMap;

/**
 * What a config management plugin is given.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/config-management-plugins/">Config management
 *     plugins</a>
 */
public final class PluginOptions {

    private final Fields plugin;

    PluginOptions(Fields plugin) {
        this.plugin = plugin;
    }

    /** Sets {@code name}: which plugin; the one that recognizes the source where it is not set. */
    public PluginOptions name(String name) {
        plugin.set("name", name, Syntax.NOT_EMPTY);
        return this;
    }

    /** Adds to {@code env}: a variable, which the plugin sees with {@code ARGOCD_ENV_} before its name. */
    public PluginOptions env(String name, String value) {
        Fields variable = plugin.append("env");
        variable.set("name", name, Syntax.ENV_NAME);
        variable.set("value", value);
        return this;
    }

    /** Adds to {@code parameters}: one that is a text. */
    public PluginOptions parameter(String name, String value) {
        parameter(name).set("string", value);
        return this;
    }

    /** Adds to {@code parameters}: one that is a list. */
    public PluginOptions arrayParameter(String name, String... values) {
        parameter(name).addAll("array", values);
        return this;
    }

    /** Adds to {@code parameters}: one that is a map. */
    public PluginOptions mapParameter(String name, SortedMap<String, String> values) {
        Fields parameter = parameter(name);
        if (parameter.given("map", values)) {
            Fields map = parameter.object("map");
            values.forEach(map::set);
        }
        return this;
    }

    private Fields parameter(String name) {
        Fields parameter = plugin.append("parameters");
        parameter.set("name", name, Syntax.NOT_EMPTY);
        return parameter;
    }
}
