package com.example.webapp;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.PrinterColumn;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;

/** What a {@link WebApp} asks for. */
public record WebAppSpec(
        @Required @JsonPropertyDescription("Docker image for the webapp") @PrinterColumn(name = "Image")
        String image,

        @Required @Min(1) @Max(10) @JsonPropertyDescription("Number of replicas") @PrinterColumn(name = "Replicas")
        int replicas,

        Database database,
        Ingress ingress) {

    /** The database beside it. */
    public record Database(
            boolean enabled,
            DatabaseType type,
            @Default("10Gi") String size,

            @Default("true") @JsonPropertyDescription("Keep volume and password when the database is switched off")
            Boolean keepData) {}

    /** Databases that the operator knows. */
    public enum DatabaseType {
        @JsonProperty("postgresql")
        POSTGRESQL,
        @JsonProperty("mysql")
        MYSQL
    }

    /** How it is reached from outside. */
    public record Ingress(boolean enabled, String host, boolean tls) {}

    /** Whether volumes and passwords stay when nobody asks for them any more; so it is unless somebody says otherwise. */
    boolean keepsData() {
        return database == null || database.keepData() == null || database.keepData();
    }
}
