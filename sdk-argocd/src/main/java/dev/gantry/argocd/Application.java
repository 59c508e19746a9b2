package dev.gantry.argocd;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Stack;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a part of a cluster as a source has it. It lives in the namespace of Argo CD, not in that of what it deploys.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/application-specification/">Application
 *     specification</a>
 */
public final class Application extends Resource implements StackDeployment {

    private static final Kind KIND = Kind.namespaced("argoproj.io/v1alpha1", "Application");

    private final @Nullable Stack stack;

    private Application(Builder builder) {
        super(builder);
        this.stack = builder.stack();
    }

    /**
     * Makes an Application of the project {@code default}, unless the block says otherwise. It needs a source and a
     * destination.
     *
     * @param name a DNS subdomain
     */
    @CheckReturnValue
    public static Application of(String name, Consumer<Builder> options) {
        return new Application(configured(new Builder(name), options).complete());
    }

    @Override
    public Optional<Stack> stack() {
        return Optional.ofNullable(stack);
    }

    /** Builds an {@link Application}. */
    public static final class Builder extends ApplicationBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name);
            spec().set("project", "default");
        }

        @Override
        Fields application() {
            return root();
        }

        @Override
        boolean isTemplate() {
            return false;
        }
    }
}
