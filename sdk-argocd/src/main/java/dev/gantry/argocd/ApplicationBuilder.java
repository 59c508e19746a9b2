package dev.gantry.argocd;

import dev.gantry.Stack;
import dev.gantry.cluster.Namespace;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.NamespacedBuilder;
import dev.gantry.extension.References;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of an Application, and of an ApplicationSet whose template is one, share.
 *
 * @param <B> the builder's own type
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/application-specification/">Application
 *     specification</a>
 */
public abstract class ApplicationBuilder<B extends ApplicationBuilder<B>> extends NamespacedBuilder<B> {

    private @Nullable Stack stack;
    private boolean waves;

    ApplicationBuilder(Kind kind, @Nullable String name) {
        super(kind, name);
    }

    /** The object that is an Application: the manifest itself, or a template in it. */
    abstract Fields application();

    /** Whether texts may hold parameters in braces, which are no names yet. */
    abstract boolean isTemplate();

    /**
     * Sets {@code spec.project}: what the Application may deploy, from where and where to; the project {@code default}
     * where this is not called.
     *
     * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/projects/">Projects</a>
     */
    public final B project(AppProject project) {
        Fields spec = applicationSpec();
        if (spec.given("project", project)) {
            spec.set("project", project.name());
            spec.mention("project", project);
        }
        return self();
    }

    /**
     * Says that the Application deploys what a stack holds, in the cluster of Argo CD: {@code spec.destination} with the
     * stack's namespace. Checks compare the Application and its project with the resources of the stack.
     */
    public final B deploys(Stack stack) {
        return deploys(stack, DestinationCluster.IN_CLUSTER);
    }

    /**
     * Says that the Application deploys what a stack holds, in some cluster: {@code spec.destination} with the stack's
     * namespace. Checks compare the Application and its project with the resources of the stack.
     */
    public final B deploys(Stack stack, DestinationCluster cluster) {
        Fields spec = applicationSpec();
        if (spec.given("destination", stack)) {
            this.stack = stack;
            spec.set("destination", cluster);
            if (stack.namespace() != null) {
                // written as it is: what is wrong with the name was said where the stack was made
                spec.object("destination").set("namespace", stack.namespace());
            }
        }
        return self();
    }

    /** Sets {@code spec.destination}, for resources that say themselves in which namespace they live, or live in none. */
    public final B destination(DestinationCluster cluster) {
        applicationSpec().set("destination", cluster);
        return self();
    }

    /**
     * Sets {@code spec.destination}.
     *
     * @param namespace where resources go that do not say in which namespace they live
     */
    public final B destination(DestinationCluster cluster, String namespace) {
        destination(cluster);
        name(applicationSpec().object("destination"), "namespace", namespace, Syntax.DNS_LABEL);
        return self();
    }

    /**
     * Sets {@code spec.destination}.
     *
     * @param namespace where resources go that do not say in which namespace they live
     */
    public final B destination(DestinationCluster cluster, Namespace namespace) {
        destination(cluster);
        References.name(applicationSpec().object("destination"), "namespace", namespace);
        return self();
    }

    /** Sets {@code spec.source}: where the manifests come from. */
    public final B from(ApplicationSource<?> source) {
        applicationSpec().set("source", source);
        return self();
    }

    /**
     * Adds to {@code spec.sources}: where the manifests come from, if that is more than one place.
     *
     * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/multiple_sources/">Multiple sources</a>
     */
    public final B from(ApplicationSource<?> first, ApplicationSource<?> second, ApplicationSource<?>... more) {
        Fields spec = applicationSpec();
        spec.add("sources", first);
        spec.add("sources", second);
        if (spec.given("sources", more)) {
            for (ApplicationSource<?> source : more) {
                spec.add("sources", source);
            }
        }
        return self();
    }

    /**
     * Sets {@code spec.syncPolicy.automated}: Argo CD brings changes of the source to the cluster by itself. It neither
     * deletes what is no longer there nor undoes what was changed in the cluster, unless asked to.
     *
     * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/auto_sync/">Automated sync</a>
     */
    public final B automated() {
        syncPolicy().object("automated");
        return self();
    }

    /**
     * Sets {@code spec.syncPolicy.automated}: Argo CD brings changes of the source to the cluster by itself.
     *
     * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/auto_sync/">Automated sync</a>
     */
    public final B automated(Consumer<AutomatedSync> options) {
        syncPolicy().object("automated").block(AutomatedSync::new, options);
        return self();
    }

    /**
     * Adds to {@code spec.syncPolicy.syncOptions}, in this order.
     *
     * @param options any but {@link SyncOption#FORCE}, which counts only in the annotation of a resource
     * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/">Sync options</a>
     */
    public final B syncOptions(SyncOption... options) {
        syncPolicy().addAll("syncOptions", options);
        return self();
    }

    /** Sets {@code spec.syncPolicy.retry}: how a sync that failed is tried again; it is not where this is not called. */
    public final B retry(Consumer<RetryStrategy> strategy) {
        syncPolicy().object("retry").block(RetryStrategy::new, strategy);
        return self();
    }

    /**
     * Sets {@code spec.syncPolicy.managedNamespaceMetadata}: labels and annotations of the namespace that
     * {@link SyncOption#CREATE_NAMESPACE} makes.
     *
     * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#namespace-metadata">Namespace
     *     metadata</a>
     */
    public final B managedNamespaceMetadata(Consumer<ManagedNamespaceMetadata> metadata) {
        syncPolicy().object("managedNamespaceMetadata").block(ManagedNamespaceMetadata::new, metadata);
        return self();
    }

    /**
     * Adds to {@code spec.ignoreDifferences}: fields of one resource that may differ from the source.
     *
     * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/diffing/">Diff customization</a>
     */
    public final B ignoreDifferences(Resource resource, Consumer<ResourceIgnoreDifferences> fields) {
        Fields spec = applicationSpec();
        if (spec.given("ignoreDifferences", resource)) {
            Fields entry = ignored(resource.kind().group(), resource.kind().name());
            entry.set("name", resource.name());
            entry.mention("name", resource);
            if (resource.kind().scope() != Kind.Scope.CLUSTER) {
                References.namespace(entry, resource);
            }
            entry.block(ResourceIgnoreDifferences::new, fields);
        }
        return self();
    }

    /**
     * Adds to {@code spec.ignoreDifferences}: fields of all resources of a kind that may differ from the source.
     *
     * @param group such as {@code apps}; empty for the core group, {@code *} for all
     * @param kind such as {@code Deployment}; {@code *} for all
     * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/diffing/">Diff customization</a>
     */
    public final B ignoreDifferences(String group, String kind, Consumer<ResourceIgnoreDifferences> fields) {
        ignored(group, kind).block(ResourceIgnoreDifferences::new, fields);
        return self();
    }

    /** Adds to {@code spec.info}: what people should know; a URL becomes a link. */
    public final B info(String name, String value) {
        Fields info = applicationSpec().append("info");
        info.set("name", name, Syntax.NOT_EMPTY);
        info.set("value", value);
        return self();
    }

    /** Sets {@code spec.revisionHistoryLimit}: how many earlier syncs are kept for a rollback; 10 by default. */
    public final B revisionHistoryLimit(int revisions) {
        applicationSpec().set("revisionHistoryLimit", revisions, 0, Integer.MAX_VALUE);
        return self();
    }

    /**
     * Adds to {@code metadata.finalizers} of the Application: whoever deletes it deletes its resources too. They stay where
     * this is not called.
     *
     * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/app_deletion/">App deletion</a>
     */
    public final B finalizer(ResourcesFinalizer finalizer) {
        application().object("metadata").add("finalizers", finalizer);
        return self();
    }

    /**
     * Gives every resource of the stack that the Application deploys the annotation
     * {@code argocd.argoproj.io/sync-wave}, where it has none. The wave is the fixed rank of the resource's kind in the order
     * in which kinds can be applied; custom resources that name one another come one after another. Volumes, claims,
     * Services and workloads share a wave, since they wait for each other: Argo CD begins a wave when all resources of
     * the one before are healthy.
     *
     * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/">Sync phases and waves</a>
     */
    public final B syncWaves() {
        waves = true;
        return self();
    }

    /** The stack that is deployed; {@code null} if none is. */
    final @Nullable Stack stack() {
        return stack;
    }

    /** Does what has to wait until the author's block has ended, and before the builder takes nothing more. */
    final B complete() {
        if (waves && stack == null) {
            root().flaw(
                            "",
                            ValueRule.CONFLICT,
                            "syncWaves() numbers the resources of a stack, but nobody says which.",
                            "Call deploys(stack) too.");
        } else if (waves && stack != null) {
            SyncWaves.of(stack).annotate();
        }
        return self();
    }

    /** The {@code spec} of the Application. */
    final Fields applicationSpec() {
        return application().object("spec");
    }

    /** Writes a name, which has a certain form unless parameters make it. */
    final void name(Fields object, String field, @Nullable String value, Syntax syntax) {
        if (value != null && isTemplate() && value.contains("{{")) {
            object.set(field, value);
        } else {
            object.set(field, value, syntax, ValueRule.NAME);
        }
    }

    private Fields syncPolicy() {
        return applicationSpec().object("syncPolicy");
    }

    private Fields ignored(String group, String kind) {
        Fields entry = applicationSpec().append("ignoreDifferences");
        if (group == null || !group.isEmpty()) {
            entry.set("group", group);
        }
        entry.set("kind", kind, Syntax.NOT_EMPTY);
        return entry;
    }
}
