package dev.gantry.argocd;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Block;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import java.util.function.Consumer;

/**
 * A cluster that Argo CD deploys to, by the URL of its API server or by the name that Argo CD knows it by.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#clusters">Clusters</a>
 */
@CheckReturnValue
public final class DestinationCluster extends Block {

    /** The cluster that Argo CD runs in: {@code https://kubernetes.default.svc}. */
    public static final DestinationCluster IN_CLUSTER = server("https://kubernetes.default.svc");

    /** Every cluster, in an AppProject: the server {@code *}. */
    public static final DestinationCluster ANY = server("*");

    private DestinationCluster(Consumer<Fields> writer) {
        super(writer);
    }

    /**
     * A cluster by the URL of its API server.
     *
     * @param url such as {@code https://10.0.0.1:6443}; in an AppProject also a pattern with {@code *}, or one that is
     *     forbidden with {@code !} before it
     */
    public static DestinationCluster server(String url) {
        return new DestinationCluster(destination -> {
            destination.set("server", url, Syntax.NOT_EMPTY);
            if (url != null && !url.isEmpty() && !url.contains("://") && !isOpen(url)) {
                destination.flaw(
                        "server",
                        ValueRule.TEXT,
                        "\"" + url + "\" is no URL.",
                        "Write https:// before the address of the API server, or call DestinationCluster.named(\"" + url
                                + "\") if it is the name of a cluster.");
            }
        });
    }

    /**
     * A cluster by its name in Argo CD.
     *
     * @param name such as {@code production-eu}; in an AppProject also a pattern with {@code *}, or one that is forbidden
     *     with {@code !} before it
     */
    public static DestinationCluster named(String name) {
        return new DestinationCluster(destination -> {
            destination.set("name", name, Syntax.NOT_EMPTY);
            if (name != null && name.contains("://") && !isOpen(name)) {
                destination.flaw(
                        "name",
                        ValueRule.TEXT,
                        "\"" + name + "\" is a URL, and not the name of a cluster.",
                        "Call DestinationCluster.server(\"" + name + "\").");
            }
        });
    }

    /** Whether a text stands for others: a template, or a pattern of a project. */
    private static boolean isOpen(String text) {
        return text.contains("{{") || text.contains("*");
    }
}
