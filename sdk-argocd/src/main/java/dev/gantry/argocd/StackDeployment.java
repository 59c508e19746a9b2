package dev.gantry.argocd;

import dev.gantry.Stack;
import java.util.Optional;

/** What deploys a stack of the program. */
public sealed interface StackDeployment permits Application, ApplicationSet {

    /** The stack that it deploys; empty if it was not said with {@code deploys(stack)}. */
    Optional<Stack> stack();
}
