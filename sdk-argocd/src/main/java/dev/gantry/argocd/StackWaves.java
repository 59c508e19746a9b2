package dev.gantry.argocd;

import dev.gantry.Stack;
import dev.gantry.extension.Dependency;
import dev.gantry.extension.Draft;
import dev.gantry.extension.Resource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** In which order the Applications of stacks are synced, as the stacks and their resources depend on each other. */
final class StackWaves {

    private final Map<Stack, Set<Stack>> awaited = new HashMap<>();
    private final Map<Stack, Integer> waves = new HashMap<>();

    StackWaves(List<Stack> stacks) {
        Map<Resource, Stack> homes = new HashMap<>();
        for (Stack stack : stacks) {
            stack.resources().forEach(resource -> homes.put(resource, stack));
        }
        for (Stack stack : stacks) {
            Set<Stack> others = new LinkedHashSet<>(stack.dependsOn());
            for (Resource resource : stack.resources()) {
                for (Dependency dependency : Draft.of(resource).dependencies()) {
                    Stack home = homes.get(dependency.target());
                    if (home != null) {
                        others.add(home);
                    }
                }
            }
            others.remove(stack);
            awaited.put(stack, others);
        }
    }

    /** 0 for a stack that waits for none, and otherwise one more than the last of those that it waits for. */
    int of(Stack stack) {
        Integer known = waves.get(stack);
        if (known != null) {
            return known;
        }
        waves.put(stack, 0); // a circle, which is a finding of its own, ends where it began
        int wave = 0;
        for (Stack other : awaited.getOrDefault(stack, Set.of())) {
            wave = Math.max(wave, of(other) + 1);
        }
        waves.put(stack, wave);
        return wave;
    }
}
