package com.example.webapp;

import com.example.webapp.WebAppSpec.Ingress;
import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.config.Secret;
import dev.gantry.network.Service;
import dev.gantry.workload.Deployment;

/** What a {@link WebApp} becomes. */
final class WebAppStack {

    private static final Port HTTP = Port.http(8080);

    private WebAppStack() {}

    static void define(WebApp app, Stack stack) {
        WebAppSpec spec = app.getSpec();
        Database database = Database.of(app, stack);
        Deployment server = stack.add(Deployment.of(app.name(), d -> d
                .selector("app", app.name())
                .replicas(spec.replicas())
                .container("webapp", Image.of(spec.image()), c -> {
                    c.ports(HTTP).requests("100m", "128Mi").limits("500m", "256Mi");
                    if (database != null) {
                        database.connect(c);
                    }
                })));
        Service service = stack.add(Service.of(app.name() + "-service", s -> s
                .selects(server)
                .port(HTTP, 80)));
        if (spec.ingress() != null && spec.ingress().enabled()) {
            stack.add(ingress(app, spec.ingress(), service));
        }
    }

    private static dev.gantry.network.Ingress ingress(WebApp app, Ingress asked, Service service) {
        return dev.gantry.network.Ingress.of(app.name(), i -> {
            if (asked.host() == null) {
                i.anyHost(r -> r.path("/", service, HTTP));
            } else {
                i.host(asked.host(), r -> r.path("/", service, HTTP));
            }
            if (asked.tls() && asked.host() != null) {
                i.tls(Secret.existing(app.name() + "-tls"), asked.host());
            }
        });
    }
}
