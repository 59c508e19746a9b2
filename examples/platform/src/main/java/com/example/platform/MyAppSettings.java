package com.example.platform;

import dev.gantry.Quantity;
import dev.gantry.network.PathType;
import dev.gantry.network.ServiceType;
import dev.gantry.settings.Range;
import dev.gantry.settings.Samples;
import dev.gantry.workload.ImagePullPolicy;
import java.util.List;
import java.util.Map;

/**
 * What differs between installations of the application. It is also the {@code values.yaml} of its chart.
 *
 * @param namespace where it runs
 * @param replicaCount how many pods there are while nothing scales them
 * @param image what the pods run
 * @param service how the cluster reaches it
 * @param ingress how the world reaches it
 * @param resources of each pod
 * @param autoscaling how the number of pods follows the load
 * @param postgresql its database
 * @param redis its cache
 * @param config of the application itself
 */
record MyAppSettings(
        String namespace,
        @Range(min = 0, max = 100) int replicaCount,
        Image image,
        Service service,
        Ingress ingress,
        Resources resources,
        Autoscaling autoscaling,
        Postgresql postgresql,
        Redis redis,
        Config config) {

    /**
     * A container image.
     *
     * @param repository without a tag
     * @param pullPolicy when a node gets it
     * @param tag empty for the version of the application that the chart is made for
     */
    record Image(String repository, ImagePullPolicy pullPolicy, String tag) {}

    /**
     * The Service.
     *
     * @param type how far it reaches
     * @param port for requests
     */
    record Service(ServiceType type, @Range(min = 1, max = 65535) int port) {}

    /**
     * The Ingress.
     *
     * @param enabled whether there is one
     * @param className the class of the controller that serves it
     * @param annotations what the controller is told besides
     * @param hosts the names that it answers to
     * @param tls the certificates
     */
    record Ingress(
            boolean enabled, String className, Map<String, String> annotations, List<Host> hosts, List<Tls> tls) {}

    /**
     * A name that an Ingress answers to.
     *
     * @param host the DNS name
     * @param paths below it
     */
    record Host(String host, @Range(min = 1) List<Path> paths) {}

    /**
     * A path of a host.
     *
     * @param path that requests begin with
     * @param pathType how they are compared with it
     */
    record Path(@Samples({"/", "/api", "/static"}) String path, PathType pathType) {}

    /**
     * A certificate.
     *
     * @param secretName the Secret that has it
     * @param hosts that it is for
     */
    record Tls(String secretName, List<String> hosts) {}

    /**
     * What a pod may take.
     *
     * @param limits at most
     * @param requests for sure
     */
    record Resources(Amounts limits, Amounts requests) {}

    /**
     * Amounts of resources.
     *
     * @param cpu in cores
     * @param memory in bytes
     */
    record Amounts(String cpu, String memory) {}

    /**
     * How the number of pods follows the load.
     *
     * @param enabled whether it does
     * @param minReplicas how many there are at least
     * @param maxReplicas how many there are at most
     * @param targetCPUUtilizationPercentage what they are to use of the CPU that they request
     */
    record Autoscaling(
            boolean enabled,
            @Range(min = 1, max = 100) int minReplicas,
            @Range(min = 1, max = 100) int maxReplicas,
            @Range(min = 1, max = 100) int targetCPUUtilizationPercentage) {}

    /**
     * The database. Its password is in the Secret that has its name.
     *
     * @param enabled whether it is installed along
     * @param auth who may use it
     * @param primary its server
     */
    record Postgresql(boolean enabled, Account auth, Server primary) {}

    /**
     * Who may use a database.
     *
     * @param username the name of the user
     * @param database what belongs to the user
     */
    record Account(String username, String database) {}

    /**
     * The cache.
     *
     * @param enabled whether it is installed along
     * @param auth who may use it
     * @param master its server
     */
    record Redis(boolean enabled, Authentication auth, Server master) {}

    /**
     * Whether a password is asked for.
     *
     * @param enabled whether it is; it is in the Secret that has the server's name
     */
    record Authentication(boolean enabled) {}

    /**
     * A server.
     *
     * @param persistence what it keeps its data on
     */
    record Server(Persistence persistence) {}

    /**
     * What a server keeps its data on.
     *
     * @param enabled whether it outlives the pod
     * @param size of the disk
     */
    record Persistence(boolean enabled, Quantity size) {}

    /**
     * What the application is told.
     *
     * @param database where its database is
     * @param redis where its cache is
     * @param app how it behaves
     */
    record Config(Database database, Cache redis, Behaviour app) {}

    /**
     * Where a database is.
     *
     * @param host its name; empty for the one that is installed along
     * @param port its port
     * @param name of the database
     */
    record Database(String host, @Range(min = 1, max = 65535) int port, String name) {}

    /**
     * Where a cache is.
     *
     * @param host its name; empty for the one that is installed along
     * @param port its port
     */
    record Cache(String host, @Range(min = 1, max = 65535) int port) {}

    /**
     * How the application behaves.
     *
     * @param debug whether it tells developers more
     * @param logLevel the least important messages that it logs
     */
    record Behaviour(boolean debug, @Samples({"debug", "info", "warn"}) String logLevel) {}
}
