package dev.gantry.operator;

import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;

/** What is said of a {@link Shop}. */
public record ShopStatus(List<Condition> conditions, String phase, Long observedGeneration, Integer readyReplicas) {}
