package dev.gantry.argocd;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.App;
import dev.gantry.Component;
import dev.gantry.Stack;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Origins;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Run;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An Application for each stack of a program, which reads the stack's manifests where the format {@code gitops} puts them:
 * {@code rendered/<environment>/<stack>}.
 *
 * <p>A stack gets none if an Application or ApplicationSet of the program deploys it already, or if it has no resources, or none
 * but Argo CD's own. The stacks are those that are there when this is made, so it belongs at the end of a program.
 *
 * <p>Where stacks wait for others, their Applications are in later sync waves. These count where an Application deploys the others,
 * and it waits for what is in a wave only if Argo CD knows when an Application is healthy, which has to be said in its ConfigMap:
 * see {@link ApplicationHealth}.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/cluster-bootstrapping/#app-of-apps-pattern">App of
 *     apps</a>
 */
public final class GitOps implements Component {

    /** The folder of the tree that has the manifests. */
    private static final String RENDERED = "rendered";

    private final List<Application> applications;

    private GitOps(List<Application> applications) {
        this.applications = List.copyOf(applications);
    }

    /**
     * Makes the Applications of a program.
     *
     * @param app whose stacks are deployed, all of which have been made
     * @param repository where the tree is published, and at which revision; a path in it is of no effect
     * @param name what the Application of a stack is called; one Argo CD needs other names for each environment, such as
     *     {@code stack.name() + "-" + app.environment()}
     */
    @CheckReturnValue
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public static GitOps of(App app, Git repository, Function<Stack, String> name, Consumer<Builder> options) {
        Builder builder = new Builder();
        if (!builder.given(app, repository, name, options)) {
            return new GitOps(List.of());
        }
        options.accept(builder);
        builder.ended = true;
        return new GitOps(applications(app, repository, name, builder));
    }

    private static List<Application> applications(
            App app, Git repository, Function<Stack, String> name, Builder options) {
        Set<Stack> deployed = new HashSet<>(options.leftOut);
        for (Stack stack : app.stacks()) {
            for (Resource resource : stack.resources()) {
                if (resource instanceof StackDeployment deployment) {
                    deployment.stack().ifPresent(deployed::add);
                }
            }
        }
        StackWaves waves = new StackWaves(app.stacks());
        List<Application> applications = new ArrayList<>();
        for (Stack stack : app.stacks()) {
            if (!deployed.contains(stack) && !isOfArgoCd(stack)) {
                Git source = repository.path(options.root + folder(app, stack));
                applications.add(Application.of(name.apply(stack), a -> {
                    a.deploys(stack, options.cluster).from(source);
                    if (options.project != null) {
                        a.project(options.project);
                    }
                    int wave = waves.of(stack);
                    if (wave > 0) {
                        a.annotation(SyncWaves.ANNOTATION, Integer.toString(wave));
                    }
                    options.application.accept(a);
                }));
            }
        }
        return applications;
    }

    /** Whether a stack has nothing but what tells Argo CD what to do; also where it has nothing at all. */
    private static boolean isOfArgoCd(Stack stack) {
        return stack.resources().stream()
                .allMatch(resource -> resource.kind().group().equals(SyncWaves.GROUP));
    }

    /**
     * Where the manifests of a stack are in the tree that the format {@code gitops} makes, for Applications that are written by
     * hand: {@code rendered/<environment>/<stack>}.
     *
     * @param app the program
     * @param stack one of its stacks
     */
    public static String folder(App app, Stack stack) {
        return RENDERED + "/" + app.environment() + "/" + stack.name();
    }

    /** The Applications, in the order of their stacks. */
    public List<Application> applications() {
        return applications;
    }

    @Override
    public List<Resource> resources() {
        return List.copyOf(applications);
    }

    /** The options of {@link GitOps}. */
    public static final class Builder {

        private final List<Stack> leftOut = new ArrayList<>(0);
        private Consumer<Application.Builder> application = a -> {};
        private DestinationCluster cluster = DestinationCluster.IN_CLUSTER;
        private @Nullable AppProject project;
        private String root = "";
        private boolean ended;

        private Builder() {}

        /** Sets the cluster that the stacks are deployed to; that of Argo CD itself by default. */
        public Builder cluster(DestinationCluster cluster) {
            if (given(cluster)) {
                this.cluster = cluster;
            }
            return this;
        }

        /** Sets the project of the Applications; {@code default} by default. */
        public Builder project(AppProject project) {
            if (given(project)) {
                this.project = project;
            }
            return this;
        }

        /**
         * Says in which folder of the repository the tree is published; at its root by default.
         *
         * @param folder such as {@code clusters}
         */
        public Builder root(String folder) {
            if (given(folder)) {
                root = folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
            }
            return this;
        }

        /** Leaves out stacks that Argo CD is not to deploy, or that an Application outside of the program deploys. */
        public Builder leaveOut(Stack... stacks) {
            if (given((Object) stacks) && given((Object[]) stacks)) {
                leftOut.addAll(List.of(stacks));
            }
            return this;
        }

        /** Goes on with the options of every Application: how it is synced, finalizers, labels. */
        public Builder application(Consumer<Application.Builder> options) {
            if (given(options)) {
                application = application.andThen(options);
            }
            return this;
        }

        /** Whether values were given; that one was not, or that this is too late, is a finding. */
        private boolean given(@Nullable Object... values) {
            if (ended) {
                report(Flaw.usedLater());
                return false;
            }
            for (Object value : values) {
                if (value == null) {
                    report(Flaw.missing());
                    return false;
                }
            }
            return true;
        }

        private static void report(Flaw flaw) {
            Run run = Run.current();
            if (run != null) {
                run.report(List.of(Finding.of(flaw.rule(), flaw.message())
                        .hint(flaw.hint())
                        .at(Origins.here())));
            }
        }
    }
}
