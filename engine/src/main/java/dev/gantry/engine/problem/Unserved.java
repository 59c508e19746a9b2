package dev.gantry.engine.problem;

import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.Discovery;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.finding.Finding;
import java.util.List;

/** Names the object whose kind a cluster does not serve, before anything is written. */
public final class Unserved {

    private Unserved() {}

    /** The finding for an object of which {@link Discovery#resource} knows nothing. */
    public static Finding finding(DesiredObject object, Discovery discovery) {
        String apiVersion = object.id().apiVersion();
        String kind = object.id().kind();
        return Finding.of(ClusterRule.KIND_NOT_SERVED, "The cluster does not serve " + kind + " of " + apiVersion + ".")
                .hint(Sentence.of(hint(object, discovery)))
                .on(object.id().toString(), "apiVersion")
                .at(object.origin())
                .in(null, object.entry().stack());
    }

    private static String hint(DesiredObject object, Discovery discovery) {
        String group = object.id().group();
        String kind = object.id().kind();
        List<String> versions = discovery.versions(group, kind);
        if (!versions.isEmpty()) {
            return "it serves " + String.join(", ", versions) + ": use " + versions.get(0);
        }
        if (discovery.unavailableGroups().contains(group)) {
            return "the server of the group " + group + " does not answer: look at its APIService";
        }
        List<String> elsewhere = discovery.all().stream()
                .filter(resource -> resource.kind().equals(kind))
                .map(ApiResource::apiVersion)
                .toList();
        if (!elsewhere.isEmpty()) {
            return "it serves " + kind + " of " + String.join(", ", elsewhere);
        }
        return group.contains(".") && !group.endsWith(".k8s.io")
                ? "install its CustomResourceDefinition, or add it to the program"
                : "the version of Kubernetes that the cluster runs does not have it";
    }
}
