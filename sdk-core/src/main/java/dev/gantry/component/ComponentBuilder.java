package dev.gantry.component;

import dev.gantry.Selectable;
import dev.gantry.access.ServiceAccount;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Origins;
import dev.gantry.extension.Run;
import dev.gantry.finding.Finding;
import dev.gantry.network.NetworkPolicy;
import dev.gantry.workload.Container;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The options that all components share.
 *
 * @param <B> the builder's own type
 */
public abstract class ComponentBuilder<B extends ComponentBuilder<B>> {

    /** The label of all resources of a component, by which its pods are selected; its value is the component's name. */
    static final String NAME = "app.kubernetes.io/name";

    private Consumer<Container> container = c -> {};
    private Consumer<ServiceAccount.Builder> account = a -> {};
    private Consumer<NetworkPolicy.Builder> networkPolicy = n -> {};
    private boolean ended;

    ComponentBuilder() {}

    /** Lets the author's block write to a builder, which takes nothing more afterwards. */
    static <B extends ComponentBuilder<B>> B configured(B builder, @Nullable Consumer<? super B> options) {
        ComponentBuilder<B> base = builder;
        if (options == null) {
            base.report(Flaw.missing());
        } else {
            options.accept(builder);
        }
        base.ended = true;
        return builder;
    }

    /** Goes on with the options of the container, after those that the component sets. */
    public final B container(Consumer<Container> options) {
        container = with(container, options);
        return self();
    }

    /** Goes on with the options of the ServiceAccount, after those that the component sets. */
    public final B account(Consumer<ServiceAccount.Builder> options) {
        account = with(account, options);
        return self();
    }

    /** Goes on with the options of the NetworkPolicy, after those that the component sets. */
    public final B networkPolicy(Consumer<NetworkPolicy.Builder> options) {
        networkPolicy = with(networkPolicy, options);
        return self();
    }

    /** What was asked for so far, and then what an option asks for; that nothing was given is a finding. */
    final <T> Consumer<T> with(Consumer<T> before, @Nullable Consumer<? super T> option) {
        if (option == null) {
            report(Flaw.missing());
        }
        return option == null || !isOpen() ? before : before.andThen(option);
    }

    /** Whether the block goes on; a call after its end is a finding. */
    final boolean isOpen() {
        if (ended) {
            report(Flaw.usedLater());
        }
        return !ended;
    }

    private void report(Flaw flaw) {
        Run run = Run.current();
        if (run != null) {
            run.report(List.of(
                    Finding.of(flaw.rule(), flaw.message()).hint(flaw.hint()).at(Origins.here())));
        }
    }

    /** The container's options as they stand when the block has ended. */
    final Consumer<Container> container() {
        return container;
    }

    /** An identity that may do nothing at the API server. */
    final ServiceAccount account(String name) {
        return ServiceAccount.of(name, a -> {
            a.label(NAME, name).automountServiceAccountToken(false);
            account.accept(a);
        });
    }

    /** A policy for the pods of a component. */
    final NetworkPolicy networkPolicy(String name, Selectable pods, Consumer<NetworkPolicy.Builder> rules) {
        return NetworkPolicy.of(name, pods, n -> {
            n.label(NAME, name);
            rules.accept(n);
            networkPolicy.accept(n);
        });
    }

    @SuppressWarnings("unchecked")
    final B self() {
        return (B) this;
    }
}
