package dev.gantry.argocd.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Manifest;
import dev.gantry.field.FieldPath;
import org.jspecify.annotations.Nullable;

/** What a project of the program allows, by the rules of Argo CD itself. */
record Project(Manifest manifest) {

    private static final String THIS_CLUSTER = "https://kubernetes.default.svc";

    private JsonNode spec() {
        return manifest.tree().path("spec");
    }

    /**
     * Whether a destination is allowed, or may be: which server has which name is not known here.
     *
     * @param server the URL of the API server; empty if the cluster's name is given
     * @param name empty if the server is given
     */
    boolean allowsDestination(String server, String name, String namespace) {
        String theServer = name.equals("in-cluster") ? THIS_CLUSTER : server;
        String theName = server.equals(THIS_CLUSTER) ? "in-cluster" : name;
        boolean any = false;
        for (JsonNode item : spec().path("destinations")) {
            String itemServer = item.path("server").asText("");
            String itemName = item.path("name").asText("");
            boolean inNamespace = Glob.matches(item.path("namespace").asText(""), namespace);
            if (isUnclear(itemServer, theServer) || isUnclear(itemName, theName)) {
                if (inNamespace) {
                    return true;
                }
                continue;
            }
            boolean onServer = !itemServer.isEmpty() && Glob.matches(itemServer, theServer);
            boolean named = !itemName.isEmpty() && Glob.matches(itemName, theName);
            if ((onServer || named) && inNamespace) {
                any = true;
            } else if ((!named && Glob.isDenial(itemName))
                    || (!onServer && Glob.isDenial(itemServer) && inNamespace)
                    || (!inNamespace && Glob.isDenial(item.path("namespace").asText("")) && onServer)) {
                return false;
            }
        }
        return any;
    }

    /** Whether an entry speaks of what is not known of the destination. */
    private static boolean isUnclear(String pattern, String known) {
        return !pattern.isEmpty() && known.isEmpty() && !pattern.equals("*");
    }

    /** Whether manifests may come from a repository. */
    boolean allowsSource(String url) {
        boolean any = false;
        for (JsonNode item : spec().path("sourceRepos")) {
            String pattern = item.asText();
            if (Glob.matchesUrl(pattern, url)) {
                any = true;
            } else if (Glob.isDenial(pattern)) {
                return false;
            }
        }
        return any;
    }

    /** The entry of a blacklist that forbids a resource, such as {@code spec.clusterResourceBlacklist[0]}; {@code null} if none does. */
    @Nullable
    String denial(Manifest resource) {
        boolean cluster = StackContents.isClusterScoped(resource);
        if (!cluster && !StackContents.isNamespaced(resource)) {
            return null;
        }
        String list = cluster ? "clusterResourceBlacklist" : "namespaceResourceBlacklist";
        JsonNode denied = spec().path(list);
        for (int i = 0; i < denied.size(); i++) {
            if (isMeant(resource, denied.path(i), cluster)) {
                return FieldPath.item("spec." + list, i);
            }
        }
        return null;
    }

    /** Whether a resource is on the lists of what may be deployed, which does not help if there is a {@link #denial}. */
    boolean lists(Manifest resource) {
        boolean cluster = StackContents.isClusterScoped(resource);
        if (!cluster && !StackContents.isNamespaced(resource)) {
            return true;
        }
        JsonNode allowed = spec().path(cluster ? "clusterResourceWhitelist" : "namespaceResourceWhitelist");
        if (!cluster && !allowed.isArray()) {
            return true;
        }
        for (JsonNode item : allowed) {
            if (isMeant(resource, item, cluster)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMeant(Manifest resource, JsonNode item, boolean byName) {
        String name = byName ? item.path("name").asText("") : "";
        return Glob.matches(item.path("kind").asText(""), resource.id().kind())
                && Glob.matches(item.path("group").asText(""), resource.id().group())
                && (name.isEmpty() || Glob.matches(name, resource.id().name()));
    }

    /** Whether Applications of a namespace other than the project's own may belong to it. */
    boolean admits(String namespace) {
        for (JsonNode item : spec().path("sourceNamespaces")) {
            if (Glob.matches(item.asText(), namespace)) {
                return true;
            }
        }
        return false;
    }
}
