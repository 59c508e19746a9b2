package com.example.platform;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import java.time.Instant;
import java.util.List;

/** A web application with its database, as the operator of the document takes it. */
@Group("example.com")
@Version("v1")
@ShortNames("wa")
record WebApp(Spec spec, Status status) implements Namespaced {

    /** What is asked for. */
    record Spec(
            @Required @JsonPropertyDescription("Docker image for the webapp")
            String image,

            @Required @Min(1) @Max(10) @JsonPropertyDescription("Number of replicas")
            int replicas,

            Database database,
            Ingress ingress) {}

    /** The database beside it. */
    record Database(boolean enabled, DatabaseType type, @Default("10Gi") String size) {}

    /** Databases that the operator knows. */
    enum DatabaseType {
        @JsonProperty("postgresql")
        POSTGRESQL,
        @JsonProperty("mysql")
        MYSQL
    }

    /** How it is reached from outside. */
    record Ingress(boolean enabled, String host, boolean tls) {}

    /** What has become of it. */
    record Status(List<Condition> conditions, Phase phase, Integer readyReplicas) {}

    /** One thing that is true of it, or not. */
    record Condition(String type, String status, Instant lastTransitionTime, String reason, String message) {}

    /** How far the operator has come. */
    enum Phase {
        @JsonProperty("Pending")
        PENDING,
        @JsonProperty("Running")
        RUNNING,
        @JsonProperty("Failed")
        FAILED
    }
}
