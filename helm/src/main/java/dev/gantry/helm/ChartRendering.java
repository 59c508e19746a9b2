package dev.gantry.helm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.tool.ToolAnswer;
import dev.gantry.tool.ToolRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Renders a chart of somebody else, as {@code helm template --include-crds} does, hooks included. The request has
 *
 * <pre>{@code
 * chart               its folder or its archive
 * digest              of all its files: what has this digest is the same chart
 * values              as JSON
 * release, namespace  of the release
 * kubernetesVersion   such as 1.34
 * twice               "true" to have it rendered twice, and compared
 * }</pre>
 *
 * <p>and the answer {@code objects}: a JSON array with {@code source}, {@code hook} and {@code object} of each. The place of a finding is
 * a template as {@code source} names it, such as {@code shop/templates/web.yaml}.
 */
final class ChartRendering {

    private ChartRendering() {}

    static ToolAnswer of(ToolRequest request, ChartShelf shelf) {
        try {
            NativeHelm helm = NativeHelm.load();
            SourceChart chart = shelf.chart(Path.of(request.detail("chart")), request.detail("digest"));
            Path values = Files.createTempFile("gantry-values", ".json");
            try {
                Files.writeString(values, request.detail("values"));
                List<SourceObject> objects = render(helm, chart, values, request);
                if (Boolean.parseBoolean(request.detail("twice"))) {
                    List<Finding> random = RandomFields.between(objects, render(helm, chart, values, request));
                    if (!random.isEmpty()) {
                        return ToolAnswer.of(random);
                    }
                }
                return ToolAnswer.done().with("objects", json(objects).toString());
            } finally {
                Files.delete(values);
            }
        } catch (HelmFailure e) {
            return ToolAnswer.of(ValuesFindings.of(e.words()));
        } catch (FindingsException e) {
            return ToolAnswer.of(e.findings());
        } catch (IOException e) {
            return ToolAnswer.of(List.of(Finding.of(
                            ChartRule.UNAVAILABLE,
                            "The chart cannot be copied to or read from a temporary folder: " + e)
                    .hint("Free the disk, or grant the permission.")));
        }
    }

    private static List<SourceObject> render(NativeHelm helm, SourceChart chart, Path values, ToolRequest request)
            throws HelmFailure, IOException {
        return chart.render(
                helm,
                values,
                request.detail("release"),
                request.detail("namespace"),
                patched(request.detail("kubernetesVersion")));
    }

    /** With a third number, as clusters have one, which templates may cut off. */
    private static String patched(String version) {
        return version.matches("[0-9]+\\.[0-9]+") ? version + ".0" : version;
    }

    private static ArrayNode json(List<SourceObject> objects) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (SourceObject object : objects) {
            ObjectNode one = all.addObject();
            one.put("source", object.source());
            one.put("hook", object.isHook());
            one.set("object", object.tree());
        }
        return all;
    }
}
