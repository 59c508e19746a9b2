package dev.gantry.operator;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Stack;
import dev.gantry.Synthesis;
import dev.gantry.access.RoleBuilder;
import dev.gantry.finding.FindingsException;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * An operator whose custom resources become stacks. What a custom resource asks for is said with the same kinds as in a program, and is
 * checked by the same rules:
 *
 * <pre>{@code
 * Operator.of(WebApp.class, WebAppOperator::define, o -> o
 *     .owns(ApiResource.DEPLOYMENTS, ApiResource.SERVICES)
 *     .leaderElection("webapp-operator"))
 *     .run();
 * }</pre>
 *
 * <p>Each stack has the name and the namespace of its custom resource. Its objects are applied on the server's side by the field manager
 * {@code gantry-operator}; they are watched, and changed back when somebody changes a field that the program sets; what the custom resource no
 * longer asks for is deleted, and all of it goes with the custom resource. An object that somebody else has made is left alone, and where a
 * rule finds an error, nothing is applied.
 *
 * <p>Of the status of the custom resource, those of these fields are kept up to date that its status class has: {@code conditions} with one of the type
 * {@code Ready}, {@code phase} ({@code Pending}, {@code Running} or {@code Failed}), {@code observedGeneration}, and {@code readyReplicas} of
 * the workload that has the name of the custom resource, or else of the first. What happens is told in events, too.
 *
 * @param <R> the class of the custom resource; its specification and status may be records
 * @see <a href="https://kubernetes.io/docs/concepts/extend-kubernetes/operator/">Operator pattern</a>
 */
public final class Operator<R extends CustomResource<?, ?>> {

    private final Class<R> type;
    private final StackProgram<R> program;
    private final OperatorOptions<R> options;

    private Operator(Class<R> type, StackProgram<R> program, OperatorOptions<R> options) {
        this.type = type;
        this.program = program;
        this.options = options;
    }

    /**
     * Makes an operator.
     *
     * @param type the class of the custom resource
     * @param program adds what a custom resource asks for to its stack; a pure function, as every program
     * @param options which kinds it makes, and how it works
     */
    @CheckReturnValue
    public static <R extends CustomResource<?, ?>> Operator<R> of(
            Class<R> type, BiConsumer<? super R, ? super Stack> program, Consumer<? super OperatorBuilder<R>> options) {
        OperatorBuilder<R> builder = new OperatorBuilder<>(type);
        options.accept(builder);
        OperatorOptions<R> chosen = builder.build(program);
        return new Operator<>(type, new StackProgram<>(program, chosen), chosen);
    }

    /**
     * What the program makes of a custom resource, for tests: nothing is sent anywhere.
     *
     * @param resource with a name, and a namespace if its kind has them
     */
    public Synthesis synthesize(R resource) {
        return program.run(resource).synthesis();
    }

    OperatorOptions<R> options() {
        return options;
    }

    /**
     * Allows all that the operator has to be allowed where its custom resources live: to read them and to write their status, to read and
     * write the kinds that it owns, and to write events.
     *
     * <pre>{@code
     * ClusterRole role = stack.add(ClusterRole.of("webapp-operator", operator::permissions));
     * }</pre>
     *
     * @param role a {@code ClusterRole} for an operator of all namespaces; otherwise a {@code Role} in each of them
     */
    public void permissions(RoleBuilder<?> role) {
        OperatorPermissions.allow(type, options, role);
    }

    /**
     * Allows the operator what it needs in its own namespace: the Lease by which its copies choose a leader, which may be nothing.
     *
     * @param role a {@code Role} in the namespace of the operator
     */
    public void leasePermissions(RoleBuilder<?> role) {
        OperatorPermissions.allowLease(options, role);
    }

    /**
     * Starts, and returns when the operator watches all that it has to.
     *
     * @return what stops it
     * @throws FindingsException if an option is wrong, or the cluster cannot be reached or does not serve the custom resource
     */
    @CheckReturnValue
    public RunningOperator start() {
        if (!options.findings().isEmpty()) {
            throw new FindingsException(options.findings());
        }
        return RunningOperator.start(type, program, options);
    }

    /**
     * Runs until the Java process is asked to end, and then ends what is being done. Of several copies, one works at a time if there is a
     * {@linkplain OperatorBuilder#leaderElection leader election}.
     *
     * @throws FindingsException if it cannot start, or a watch or the leadership is lost for good, so that the process should end and be
     *     started anew
     */
    public void run() {
        try (RunningOperator running = start()) {
            running.stopWithTheProcess();
            running.await();
        }
    }
}
