package com.example.platform;

import com.example.platform.WebApp.Database;
import com.example.platform.WebApp.DatabaseType;
import com.example.platform.WebApp.Ingress;
import dev.gantry.App;
import dev.gantry.Stack;
import dev.gantry.customresource.CustomResource;
import dev.gantry.customresource.CustomResourceDefinition;
import dev.gantry.finding.Severity;

/** The document's own kind, and the one application of it. */
final class WebApps {

    private WebApps() {}

    static void define(App app) {
        Stack stack = app.stack("webapps", s -> s.namespace("default"));
        stack.add(CustomResourceDefinition.of(WebApp.class, d -> d.statusSubresource(false)
                .finding("GTY-CRD-012", Severity.OFF, "the document's definition has none; see docs/seed.md")));
        stack.add(CustomResource.of(
                "my-webapp",
                WebApp.class,
                new WebApp.Spec(
                        "myapp:v1.0",
                        3,
                        new Database(true, DatabaseType.POSTGRESQL, "20Gi"),
                        new Ingress(true, "myapp.example.com", true)),
                r -> {}));
    }
}
