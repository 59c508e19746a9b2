package dev.gantry.argocd;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.access.ServiceAccount;
import dev.gantry.cluster.Namespace;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.NamespacedBuilder;
import dev.gantry.extension.References;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Syntax;
import dev.gantry.workload.Cron;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a group of Applications may deploy, from where and where to. It lives in the namespace of Argo CD. Argo CD makes the
 * project {@code default} itself.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/project-specification/">Project specification</a>
 */
public final class AppProject extends Resource {

    private static final Kind KIND = Kind.namespaced("argoproj.io/v1alpha1", "AppProject");

    private AppProject(Builder builder) {
        super(builder);
    }

    /**
     * Makes a project. It allows nothing that the block does not allow, but all resources that live in namespaces.
     *
     * @param name a DNS subdomain
     */
    @CheckReturnValue
    public static AppProject of(String name, Consumer<Builder> options) {
        return new AppProject(configured(new Builder(name), options));
    }

    /** Names a project that exists outside the program. */
    @CheckReturnValue
    public static AppProject existing(String name) {
        return new AppProject(external(new Builder(name)));
    }

    /** Names the project of this name that exists outside the program, in that namespace. */
    @CheckReturnValue
    public AppProject in(String namespace) {
        return new AppProject(external(new Builder(name()), namespace));
    }

    /** Builds an {@link AppProject}. */
    public static final class Builder extends NamespacedBuilder<Builder> {

        private final String project;

        private Builder(@Nullable String name) {
            super(KIND, name);
            this.project = name == null ? "" : name;
        }

        /** Sets {@code spec.description}: what the project is for. */
        public Builder description(String text) {
            spec().set("description", text);
            return this;
        }

        /**
         * Adds to {@code spec.sourceRepos}: where manifests may come from.
         *
         * @param urls of repositories; {@code *} stands for anything but {@code /}, {@code **} for anything, and {@code !}
         *     before a pattern forbids what it matches
         */
        public Builder sourceRepos(String... urls) {
            spec().addAll("sourceRepos", Syntax.NOT_EMPTY, urls);
            return this;
        }

        /**
         * Adds to {@code spec.destinations}: where to its Applications may deploy.
         *
         * @param namespace its name; {@code *} stands for anything, and {@code !} before a pattern forbids what it matches
         */
        public Builder destination(DestinationCluster cluster, String namespace) {
            Fields destination = spec().append("destinations");
            if (destination.given("server", cluster)) {
                cluster.write(destination);
            }
            destination.set("namespace", namespace, Syntax.NOT_EMPTY);
            return this;
        }

        /** Adds to {@code spec.destinations}: where to its Applications may deploy. */
        public Builder destination(DestinationCluster cluster, Namespace namespace) {
            Fields destination = spec().append("destinations");
            if (destination.given("server", cluster)) {
                cluster.write(destination);
            }
            References.name(destination, "namespace", namespace);
            return this;
        }

        /**
         * Adds to {@code spec.destinationServiceAccounts}: who Argo CD is when it deploys to a destination, where that is
         * switched on.
         *
         * @param server the URL of a cluster's API server, or a pattern
         * @param namespace the destination's, or a pattern
         * @param account its namespace is written too, if it is known
         * @see <a
         *     href="https://argo-cd.readthedocs.io/en/stable/operator-manual/app-sync-using-impersonation/">Impersonation</a>
         */
        public Builder destinationServiceAccount(String server, String namespace, ServiceAccount account) {
            Fields entry = spec().append("destinationServiceAccounts");
            entry.set("server", server, Syntax.NOT_EMPTY);
            entry.set("namespace", namespace, Syntax.NOT_EMPTY);
            if (entry.given("defaultServiceAccount", account)) {
                entry.set("defaultServiceAccount", new AccountName(account));
                entry.mention("defaultServiceAccount", account);
            }
            return this;
        }

        /** Sets {@code spec.permitOnlyProjectScopedClusters}: whether only clusters of this project are destinations. */
        public Builder permitOnlyProjectScopedClusters(boolean only) {
            spec().set("permitOnlyProjectScopedClusters", only);
            return this;
        }

        /**
         * Adds to {@code spec.clusterResourceWhitelist}: kinds without a namespace that may be deployed; none where this is
         * not called.
         */
        public Builder clusterResourceWhitelist(GroupKind... kinds) {
            return kinds("clusterResourceWhitelist", kinds);
        }

        /** Adds to {@code spec.clusterResourceBlacklist}: kinds without a namespace that may not be deployed. */
        public Builder clusterResourceBlacklist(GroupKind... kinds) {
            return kinds("clusterResourceBlacklist", kinds);
        }

        /**
         * Adds to {@code spec.namespaceResourceWhitelist}: kinds with a namespace that may be deployed; all where this is not
         * called.
         */
        public Builder namespaceResourceWhitelist(GroupKind... kinds) {
            return kinds("namespaceResourceWhitelist", kinds);
        }

        /** Adds to {@code spec.namespaceResourceBlacklist}: kinds with a namespace that may not be deployed. */
        public Builder namespaceResourceBlacklist(GroupKind... kinds) {
            return kinds("namespaceResourceBlacklist", kinds);
        }

        /**
         * Adds to {@code spec.roles}: who may do what with the Applications of the project.
         *
         * @param name letters, digits, {@code -} and {@code _}
         */
        public Builder role(String name, Consumer<ProjectRole> options) {
            Fields role = spec().append("roles");
            role.set("name", name, Syntax.NOT_EMPTY);
            role.block(fields -> new ProjectRole(fields, project, name), options);
            return this;
        }

        /**
         * Adds to {@code spec.syncWindows}: when Applications may be synced, or may not.
         *
         * @param schedule when the window opens; Argo CD knows no macros such as {@code @daily}, and rejects the whole project for one
         * @param duration for how long it is open, in whole seconds
         * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/sync_windows/">Sync windows</a>
         */
        public Builder syncWindow(SyncWindowKind kind, Cron schedule, Duration duration, Consumer<SyncWindow> options) {
            Fields window = spec().append("syncWindows");
            window.set("kind", kind);
            window.set("schedule", schedule);
            Durations.set(window, "duration", duration);
            window.block(SyncWindow::new, options);
            return this;
        }

        /**
         * Sets {@code spec.orphanedResources}: resources in the project's namespaces that no Application has are looked for.
         *
         * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/orphaned-resources/">Orphaned resources</a>
         */
        public Builder orphanedResources(Consumer<OrphanedResources> options) {
            spec().object("orphanedResources").block(OrphanedResources::new, options);
            return this;
        }

        /**
         * Adds to {@code spec.signatureKeys}: commits have to be signed with one of these GnuPG keys.
         *
         * @param ids each the last 16 hexadecimal digits of a key's fingerprint
         * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/gpg-verification/">GnuPG verification</a>
         */
        public Builder signatureKeys(String... ids) {
            if (spec().given("signatureKeys", ids)) {
                for (String id : ids) {
                    spec().append("signatureKeys").set("keyID", id, Syntax.NOT_EMPTY);
                }
            }
            return this;
        }

        /**
         * Adds to {@code spec.sourceNamespaces}: the namespaces, beside that of Argo CD, whose Applications may belong to the
         * project.
         *
         * @param namespaces their names, or patterns with {@code *}
         * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/app-any-namespace/">Applications in any
         *     namespace</a>
         */
        public Builder sourceNamespaces(String... namespaces) {
            spec().addAll("sourceNamespaces", Syntax.NOT_EMPTY, namespaces);
            return this;
        }

        private Builder kinds(String list, GroupKind... kinds) {
            if (spec().given(list, kinds)) {
                for (GroupKind kind : kinds) {
                    spec().add(list, kind);
                }
            }
            return this;
        }
    }
}
