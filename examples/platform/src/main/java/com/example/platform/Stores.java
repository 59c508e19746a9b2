package com.example.platform;

import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.chartinput.ChartSource;
import dev.gantry.chartinput.HelmChart;
import dev.gantry.config.Secret;
import dev.gantry.config.SecretKey;
import dev.gantry.network.NetworkPolicy;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.StatefulSet;
import java.util.Optional;

/** Where the application keeps its data: a database and a cache, which are installed along unless others are to be used. */
final class Stores {

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
        this.database = env.postgresql().enabled()
                ? Optional.of(server("postgresql", env.postgresql(), name + "-postgresql"))
                : Optional.empty();
        this.cache = env.redis().enabled()
                ? Optional.of(server("redis", env.redis(), name + "-redis-master"))
                : Optional.empty();
    }

    /** Takes in a chart with its part of the settings as values, and answers its server. */
    private StatefulSet server(String chart, Record values, String server) {
        HelmChart store = stack.add(HelmChart.of(name, ChartSource.directory("charts/" + chart), c -> c.values(values)));
        return StatefulSet.from(store.objects(), server);
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
}
