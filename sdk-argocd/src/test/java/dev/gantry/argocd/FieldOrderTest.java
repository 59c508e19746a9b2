package dev.gantry.argocd;

import dev.gantry.extension.FieldOrderContract;
import dev.gantry.model.Case;
import java.util.List;
import java.util.Set;

class FieldOrderTest extends FieldOrderContract {

    @Override
    protected List<Case> cases() {
        return Cases.all();
    }

    @Override
    protected Set<String> unordered() {
        return Set.of(
                // hold what the author gives them
                "ApplicationSetGenerator.pullRequest",
                "ApplicationSourceHelm.valuesObject",
                "ListGenerator.elements",
                // maps
                "ApplicationSourceKustomize.commonAnnotations",
                "ApplicationSourceKustomize.commonLabels",
                "ApplicationSourcePluginParameter.map",
                "ClusterGenerator.values",
                "GitGenerator.values",
                "KustomizePatch.options",
                "ManagedNamespaceMetadata.annotations",
                "ManagedNamespaceMetadata.labels");
    }
}
