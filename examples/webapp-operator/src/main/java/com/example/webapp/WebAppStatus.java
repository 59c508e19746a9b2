package com.example.webapp;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.crd.generator.annotation.PrinterColumn;
import java.time.Instant;
import java.util.List;

/** What has become of a {@link WebApp}. */
public record WebAppStatus(
        List<Condition> conditions,
        @PrinterColumn(name = "Phase") Phase phase,
        @PrinterColumn(name = "Ready") Integer readyReplicas,
        Long observedGeneration) {

    /** One thing that is true of it, or not. */
    public record Condition(String type, String status, Instant lastTransitionTime, String reason, String message) {}

    /** How far the operator has come. */
    public enum Phase {
        @JsonProperty("Pending")
        PENDING,
        @JsonProperty("Running")
        RUNNING,
        @JsonProperty("Failed")
        FAILED
    }
}
