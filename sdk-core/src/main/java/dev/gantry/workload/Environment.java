package dev.gantry.workload;

import dev.gantry.Quantity;
import dev.gantry.Text;
import dev.gantry.config.ConfigMapKey;
import dev.gantry.config.SecretKey;
import dev.gantry.extension.Fields;
import dev.gantry.extension.References;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Syntax;

/** The environment variables of a container. */
final class Environment {

    private final Fields container;

    Environment(Fields container) {
        this.container = container;
    }

    void text(String name, String value) {
        variable(name).set("value", value);
    }

    void text(String name, Text value) {
        Fields variable = variable(name);
        variable.set("value", value);
        if (value != null) {
            for (Resource mentioned : value.mentions()) {
                variable.mention("value", mentioned);
            }
        }
    }

    void configMapKey(String name, ConfigMapKey source) {
        Fields variable = variable(name);
        if (variable.given("valueFrom", source)) {
            key(variable, "configMapKeyRef", source.configMap(), source.key(), source.isOptional());
        }
    }

    void secretKey(String name, SecretKey source) {
        Fields variable = variable(name);
        if (variable.given("valueFrom", source)) {
            key(variable, "secretKeyRef", source.secret(), source.key(), source.isOptional());
        }
    }

    void field(String name, String fieldPath) {
        Fields reference = variable(name).object("valueFrom").object("fieldRef");
        reference.set("fieldPath", fieldPath, Syntax.NOT_EMPTY);
    }

    Fields resource(String name, String resource) {
        Fields reference = variable(name).object("valueFrom").object("resourceFieldRef");
        reference.set("resource", resource, Syntax.NOT_EMPTY);
        return reference;
    }

    void resource(String name, String ofContainer, String resource, Quantity divisor) {
        Fields reference = resource(name, resource);
        reference.set("containerName", ofContainer, Syntax.DNS_LABEL);
        reference.set("divisor", divisor);
    }

    private static void key(Fields variable, String field, Resource resource, String key, boolean optional) {
        Fields reference = variable.object("valueFrom").object(field);
        References.name(reference, "name", resource);
        reference.set("key", key, Syntax.CONFIG_KEY);
        if (optional) {
            reference.set("optional", true);
        }
    }

    private Fields variable(String name) {
        Fields variable = container.append("env");
        variable.set("name", name, Syntax.ENV_NAME);
        return variable;
    }
}
