package dev.gantry.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.gantry.extension.Resource;
import dev.gantry.model.Case;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** Everything that the builders can set. */
final class Cases {

    private static final YAMLMapper YAML = new YAMLMapper();

    private Cases() {}

    static List<Case> all() {
        return Stream.of(
                        ApplicationCases.cases(),
                        SyncPolicyCases.cases(),
                        SourceCases.cases(),
                        AppProjectCases.cases(),
                        ApplicationSetCases.cases(),
                        GeneratorCases.cases())
                .flatMap(List::stream)
                .toList();
    }

    /** A resource, and the manifest that somebody would write by hand. */
    static Case of(String name, Resource made, String yaml) {
        return new Case(name, made, tree(yaml));
    }

    static JsonNode tree(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
