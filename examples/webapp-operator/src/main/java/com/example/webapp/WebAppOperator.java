package com.example.webapp;

import static dev.gantry.access.ApiResource.DEPLOYMENTS;
import static dev.gantry.access.ApiResource.INGRESSES;
import static dev.gantry.access.ApiResource.PERSISTENT_VOLUME_CLAIMS;
import static dev.gantry.access.ApiResource.SECRETS;
import static dev.gantry.access.ApiResource.SERVICES;
import static dev.gantry.access.ApiResource.STATEFUL_SETS;

import dev.gantry.operator.Operator;
import dev.gantry.operator.OperatorBuilder;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.Consumer;

/** Makes of each {@link WebApp} what it asks for, and looks after that. */
public final class WebAppOperator {

    static final String NAME = "webapp-operator";
    static final int PAGES = 8081;

    private WebAppOperator() {}

    /** Runs in a cluster, or with the kubeconfig of whoever tries it. */
    public static void main(String[] args) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        operator(o -> o.health(PAGES).metrics(registry, registry::scrape)).run();
    }

    /** The operator, with more options than those that its role depends on. */
    static Operator<WebApp> operator(Consumer<OperatorBuilder<WebApp>> more) {
        return Operator.of(WebApp.class, WebAppStack::define, o -> {
            o.name(NAME)
                    .owns(DEPLOYMENTS, STATEFUL_SETS, SERVICES, SECRETS, PERSISTENT_VOLUME_CLAIMS, INGRESSES)
                    .keeps(app -> app.getSpec().keepsData(), SECRETS, PERSISTENT_VOLUME_CLAIMS)
                    .leaderElection(NAME);
            more.accept(o);
        });
    }
}
