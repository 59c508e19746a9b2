package com.example.platform;

import static java.time.Duration.ofSeconds;

import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.access.ServiceAccount;
import dev.gantry.config.Secret;
import dev.gantry.config.SecretKey;
import dev.gantry.network.NetworkPolicy;
import dev.gantry.network.Service;
import dev.gantry.storage.AccessMode;
import dev.gantry.storage.VolumeClaim;
import dev.gantry.workload.Container;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.Probe;
import dev.gantry.workload.StatefulSet;
import dev.gantry.workload.Volume;
import java.util.Optional;
import java.util.function.Consumer;

/** Where the application keeps its data: a database and a cache, which are installed along unless others are to be used. */
final class Stores {

    private static final Image POSTGRESQL = Image.of("postgres:16.4");
    private static final Image REDIS = Image.of("redis:7.2.5");
    private static final Port DATABASE = Port.tcp("postgresql", 5432);
    private static final Port CACHE = Port.tcp("redis", 6379);

    private final Stack stack;
    private final MyAppSettings env;
    private final String name;
    private final Optional<StatefulSet> database;
    private final Optional<StatefulSet> cache;

    Stores(Stack stack, MyAppSettings env) {
        this.stack = stack;
        this.env = env;
        this.name = stack.release().fullName();
        this.database = env.postgresql().enabled() ? Optional.of(postgresql()) : Optional.empty();
        this.cache = env.redis().enabled() ? Optional.of(redis()) : Optional.empty();
    }

    /** What the application connects to its database with. */
    SecretKey databasePassword() {
        return Secret.existing(name + "-postgresql").key("password");
    }

    String databaseUrl() {
        MyAppSettings.Database to = env.config().database();
        String host = to.host().isEmpty() ? name + "-postgresql" : to.host();
        return "postgresql://" + env.postgresql().auth().username() + ":$(DATABASE_PASSWORD)@" + host + ":" + to.port()
                + "/" + to.name();
    }

    String redisUrl() {
        MyAppSettings.Cache to = env.config().redis();
        String host = to.host().isEmpty() ? name + "-redis-master" : to.host();
        return "redis://" + host + ":" + to.port() + "/0";
    }

    /** Lets the application send to its stores. */
    void connect(NetworkPolicy.Builder policy) {
        database.ifPresentOrElse(
                server -> policy.egress(r -> r.to(server).port(DATABASE)),
                () -> policy.egress(r -> r.port(Port.tcp("postgresql", env.config().database().port()))));
        cache.ifPresentOrElse(
                server -> policy.egress(r -> r.to(server).port(CACHE)),
                () -> policy.egress(r -> r.port(Port.tcp("redis", env.config().redis().port()))));
    }

    /** Lets the stores receive from the application. */
    void admit(Deployment myapp) {
        database.ifPresent(server -> admit(name + "-postgresql", server, DATABASE, myapp));
        cache.ifPresent(server -> admit(name + "-redis-master", server, CACHE, myapp));
    }

    private void admit(String policy, StatefulSet server, Port port, Deployment myapp) {
        stack.add(NetworkPolicy.of(policy, server, n -> n.ingress(r -> r.from(myapp).port(port))));
    }

    private StatefulSet postgresql() {
        MyAppSettings.Account account = env.postgresql().auth();
        return server(
                name + "-postgresql",
                POSTGRESQL,
                DATABASE,
                env.postgresql().primary().persistence(),
                "/var/lib/postgresql/data",
                c -> c.env("POSTGRES_USER", account.username())
                        .env("POSTGRES_PASSWORD", databasePassword())
                        .env("POSTGRES_DB", account.database())
                        .env("PGDATA", "/var/lib/postgresql/data/pgdata")
                        .requests("250m", "256Mi")
                        .limits("1", "512Mi"));
    }

    private StatefulSet redis() {
        String server = name + "-redis-master";
        return server(server, REDIS, CACHE, env.redis().master().persistence(), "/data", c -> {
            if (env.redis().auth().enabled()) {
                c.env("REDIS_PASSWORD", Secret.existing(server).key("password"))
                        .args("--requirepass", "$(REDIS_PASSWORD)");
            }
            c.requests("100m", "128Mi").limits("500m", "256Mi");
        });
    }

    private StatefulSet server(
            String server,
            Image image,
            Port port,
            MyAppSettings.Persistence persistence,
            String path,
            Consumer<Container> options) {
        ServiceAccount account = stack.add(ServiceAccount.of(server, a -> a.automountServiceAccountToken(false)));
        Service service = stack.add(Service.of(server, s -> s.headless().selector("app.kubernetes.io/name", server).port(port)));
        Volume data = persistence.enabled()
                ? Volume.claimTemplate("data", VolumeClaim.of(persistence.size(), AccessMode.READ_WRITE_ONCE))
                : Volume.emptyDir("data").sizeLimit(persistence.size());
        return stack.add(StatefulSet.of(server, s -> s
                .selector("app.kubernetes.io/name", server)
                .service(service)
                .serviceAccount(account)
                .securityContext(p -> p.runAsUser(999).fsGroup(999))
                .container("server", image, c -> {
                    c.ports(port)
                            .mount(data, path)
                            .readiness(Probe.tcpSocket(port).period(ofSeconds(10)))
                            .liveness(Probe.tcpSocket(port).initialDelay(ofSeconds(30)));
                    options.accept(c);
                })));
    }
}
