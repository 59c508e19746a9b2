package dev.gantry.argocd;

/**
 * How Argo CD learns whether an Application is healthy, of which it knows nothing by itself since version 1.8. Without it, an
 * Application that deploys others does not wait for those of one sync wave before it begins with the next one. It is said in Argo
 * CD's own ConfigMap:
 *
 * <pre>{@code
 * ConfigMap.of("argocd-cm", c -> c.text(ApplicationHealth.KEY, ApplicationHealth.LUA))
 * }</pre>
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/health/#argocd-app">Health of Applications</a>
 */
public final class ApplicationHealth {

    /** The key in the ConfigMap {@code argocd-cm}. */
    public static final String KEY = "resource.customizations.health.argoproj.io_Application";

    /** The value: a script that answers what the Application's own {@code status.health} says, and until then that it progresses. */
    public static final String LUA = """
            local assessed = (obj.status or {}).health or {}
            return {
              status = assessed.status or "Progressing",
              message = assessed.message or ""
            }
            """;

    private ApplicationHealth() {}
}
