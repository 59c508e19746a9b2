package dev.gantry.engine.order;

/**
 * Kinds whose objects can be applied at once, because none of them is any use to another. The ranks of a bundle are finer
 * than an order of applying needs to be: each step of it costs the time of its slowest request, and a small program would
 * have ten of them. What is left apart is what a server or a controller really answers to in another way if it comes first.
 */
enum Band {
    /** Namespaces with their limits, classes of all sorts, definitions of kinds: the ground. */
    GROUND(0),
    /** Accounts and roles. A binding to a role that is not there yet is refused to all but administrators. */
    ROLES(1),
    /** Bindings, policies, configuration, volumes, Services, budgets: what pods find when they start. */
    CONFIGURATION(2),
    /** Whatever makes pods. */
    WORKLOADS(3),
    /** Autoscalers, gateways, destinations of traffic. */
    ROUTES(4),
    /** What sends traffic there, and custom resources. */
    CUSTOM(5),
    /** APIs of other servers, which are asked for every object of their groups from then on. */
    SERVED(6),
    /** What other requests have to pass: it must not stand in the way of its own program. */
    ADMISSION(7);

    /** How many there are. */
    static final int COUNT = 8;

    private static final int CLUSTER_ROLE_BINDING = 18;
    private static final int ROLE = 20;

    private final int place;

    Band(int place) {
        this.place = place;
    }

    /** From 0; lower ones go first. */
    int place() {
        return place;
    }

    /** The band of a rank of an index, from 0 to 99. */
    static Band of(int rank) {
        if (rank < 14) {
            return GROUND;
        }
        if (rank < CLUSTER_ROLE_BINDING || rank == ROLE) {
            return ROLES;
        }
        if (rank < 40) {
            return CONFIGURATION;
        }
        if (rank < 54) {
            return WORKLOADS;
        }
        if (rank < 65) {
            return ROUTES;
        }
        if (rank < 90) {
            return CUSTOM;
        }
        return rank < 92 ? SERVED : ADMISSION;
    }
}
