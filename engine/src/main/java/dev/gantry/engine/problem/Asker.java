package dev.gantry.engine.problem;

import dev.gantry.bundle.ResourceId;

/** Who wants something of a cluster: what can be done about a refusal depends on it. */
public enum Asker {
    /** A goal of the Maven plugin, for a program. */
    GOAL {
        @Override
        String permission() {
            return "the goal gantry:rbac writes down what has to be allowed";
        }

        @Override
        String conflict(ResourceId object) {
            return "Leave the field out of the program, or take it over with -Dgantry.forceConflicts=" + target(object);
        }

        @Override
        String recreation(ResourceId object) {
            return "Change it back, or let the object be deleted and made anew with -Dgantry.recreate="
                    + target(object);
        }
    },
    /** An operator, for a custom resource. */
    OPERATOR {
        @Override
        String permission() {
            return "its roles have to allow it, as Operator.permissions(...) writes them down";
        }

        @Override
        String conflict(ResourceId object) {
            return "Leave the field out of what the operator makes, or let the other manager give it up.";
        }

        @Override
        String recreation(ResourceId object) {
            return "Change it back, or delete the " + object.kind() + ", which is made anew then.";
        }
    };

    /** Who can say what has to be allowed. */
    abstract String permission();

    /** What to do if somebody else owns a field of an object. */
    abstract String conflict(ResourceId object);

    /** What to do if a field of an object cannot be changed, and nothing is lost when it is deleted. */
    abstract String recreation(ResourceId object);

    private static String target(ResourceId object) {
        return object.kind() + "/" + (object.namespace() == null ? "" : object.namespace() + "/") + object.name();
    }
}
