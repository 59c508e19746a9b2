package dev.gantry.monitoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.gantry.extension.Resource;
import dev.gantry.model.Case;
import dev.gantry.model.FabricModel;
import dev.gantry.model.Trees;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/** Objects of fabric8's classes, written by hand. */
final class ByHand {

    /** What fabric8's classes lack, each as {@code Class.field}. */
    static final Set<String> LACKING = Set.of(
            "RuleGroup.labels",
            "RuleGroup.limit",
            "RuleGroup.query_offset",
            "RuleGroup.partial_response_strategy",
            // newer than the model
            "PrometheusSpec.scrapeNativeHistograms",
            "ServiceMonitorSpec.scrapeNativeHistograms",
            "PodMonitorSpec.scrapeNativeHistograms",
            "ProbeSpec.scrapeNativeHistograms",
            "ScrapeConfigSpec.scrapeNativeHistograms");

    private ByHand() {}

    /** A case: what the program makes, and the same object with this {@code spec}. */
    static Case of(String name, Resource made, Class<?> type, String spec) {
        return new Case(name, made, read(type, """
                apiVersion: %s
                kind: %s
                metadata: {name: %s}
                spec:
                %s
                """.formatted(
                        made.kind().apiVersion(),
                        made.kind().name(),
                        made.name(),
                        spec.indent(2).stripTrailing())));
    }

    /**
     * A case whose object is compared as a tree, and read strictly all the same: fabric8's class of a claim gives it an
     * apiVersion and a kind of its own.
     */
    static Case withClaim(Case of) {
        ObjectNode tree = (ObjectNode) Trees.normal(of.byHand());
        ((ObjectNode) tree.at("/spec/storage/volumeClaimTemplate")).remove(List.of("apiVersion", "kind"));
        return new Case(of.name(), of.made(), tree);
    }

    private static <T> T read(Class<T> type, String yaml) {
        try {
            return FabricModel.read(new YAMLMapper().readTree(yaml), type, LACKING);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
