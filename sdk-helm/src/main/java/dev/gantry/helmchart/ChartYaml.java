package dev.gantry.helmchart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.chart.Chart;
import dev.gantry.chart.ChartDependency;
import dev.gantry.chart.ChartMaintainer;
import dev.gantry.yaml.YamlPrinter;

/** Writes {@code Chart.yaml}. */
final class ChartYaml {

    private ChartYaml() {}

    static String of(Chart chart) {
        ObjectNode yaml = JsonNodeFactory.instance.objectNode();
        yaml.put("apiVersion", "v2");
        yaml.put("name", chart.name());
        if (!chart.description().isEmpty()) {
            yaml.put("description", chart.description());
        }
        yaml.put("type", "application");
        yaml.put("version", chart.version());
        if (!chart.appVersion().isEmpty()) {
            yaml.put("appVersion", chart.appVersion());
        }
        chart.details().forEach(yaml::put);
        if (!chart.dependencies().isEmpty()) {
            ArrayNode dependencies = yaml.putArray("dependencies");
            for (ChartDependency dependency : chart.dependencies()) {
                ObjectNode entry = dependencies.addObject();
                entry.put("name", dependency.name());
                entry.put("version", dependency.version());
                entry.put("repository", dependency.repository());
                if (dependency.condition() != null) {
                    entry.put("condition", dependency.condition());
                }
            }
        }
        if (!chart.maintainers().isEmpty()) {
            ArrayNode maintainers = yaml.putArray("maintainers");
            for (ChartMaintainer maintainer : chart.maintainers()) {
                maintainers.addObject().put("name", maintainer.name()).put("email", maintainer.email());
            }
        }
        return YamlPrinter.print(yaml);
    }
}
